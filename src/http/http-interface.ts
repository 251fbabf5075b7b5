import type { Hono } from 'hono'
import type { Paths } from '../protocol/openapi/operation.ts'
import type { RequestScope } from './request-scope.ts'

/** One part of what is served over HTTP. */
export interface HttpInterface {
  readonly routes: Hono<RequestScope>
  /** All of its routes, described for `/openapi.json`. */
  readonly paths: Paths
}
