import { Hono } from 'hono'
import type { Paths } from '../../protocol/openapi/openapi-types.ts'
import { openApiDocument } from '../openapi/document.ts'
import { DocsPage } from '../pages/docs/docs-page.tsx'
import { publicOrigin, type RequestScope } from '../request-scope.ts'
import { revalidate } from '../revalidate.ts'

/** `/openapi.json` describes all paths of the app for machines, `/docs` the same for people. */
export function docsRoutes(paths: Paths): Hono<RequestScope> {
  return new Hono<RequestScope>()
    .get('/openapi.json', revalidate, (c) => c.json(openApiDocument(paths, publicOrigin(c))))
    .get('/docs', revalidate, (c) => c.html(DocsPage({ document: openApiDocument(paths, publicOrigin(c)) })))
}
