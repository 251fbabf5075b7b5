import type { Hono } from 'hono'
import type { Paths } from '../protocol/openapi/openapi-types.ts'
import type { Problem } from '../protocol/problem.ts'
import type { RequestScope } from './request-scope.ts'

/** One part of what is served over HTTP. */
export interface HttpInterface {
  readonly routes: Hono<RequestScope>
  /** All of its routes, described for `/openapi.json`. */
  readonly paths: Paths
  /** Errors in another form than problems (RFC 9457), where its clients know another. */
  readonly errors?: ErrorFormat
}

/** How problems are put below a path. */
interface ErrorFormat {
  /** Beginning of the paths, e.g. `/v1/`. */
  readonly below: string
  /** The body, to be sent as JSON. */
  readonly body: (problem: Problem) => object
}
