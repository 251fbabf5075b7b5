import type { MiddlewareHandler } from 'hono'
import type { Log } from '../log.ts'
import { parseTraceparent } from '../telemetry/trace-context.ts'
import type { RequestScope } from './request-scope.ts'

/** One line a request, without its query and body: a question is nobody's business. Health checks stay at `debug`. */
export function logRequests(log: Log): MiddlewareHandler<RequestScope> {
  return async (c, next) => {
    const started = performance.now()
    c.set('logFields', {})
    await next()
    const { path } = c.req
    const record = path === '/healthz' || path === '/readyz' ? log.debug : log.info
    record.call(
      log,
      {
        requestId: c.get('requestId'),
        traceId: parseTraceparent(c.req.header('traceparent'))?.traceId,
        method: c.req.method,
        path,
        status: c.res.status,
        milliseconds: Math.round((performance.now() - started) * 10) / 10,
        ...c.get('logFields'),
      },
      'request',
    )
  }
}
