import { Hono } from 'hono'
import type { Paths } from '../../protocol/openapi/operation.ts'
import { openApiDocument } from '../openapi/document.ts'
import { publicOrigin, type RequestScope } from '../request-scope.ts'
import { revalidate } from '../revalidate.ts'

/** `/openapi.json`: what all paths of the app take and answer with, for machines. */
export function openApiRoutes(paths: Paths): Hono<RequestScope> {
  return new Hono<RequestScope>().get('/openapi.json', revalidate, (c) =>
    c.json(openApiDocument(paths, publicOrigin(c))),
  )
}
