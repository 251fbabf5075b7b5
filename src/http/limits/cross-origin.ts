import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { GENERATION_HEADER } from '../request-scope.ts'

/**
 * Lets pages of other sites ask, with `fetch` in a browser.
 *
 * @param origins of those sites, e.g. `https://docs.example.org`; `*` for all
 */
export function allowOrigins(origins: readonly string[]): MiddlewareHandler {
  const allow = cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['Accept', 'Authorization', 'Content-Type', 'traceparent', 'tracestate'],
    exposeHeaders: ['RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id', GENERATION_HEADER],
    maxAge: 86_400,
  })
  // Without an origin no browser asks, and OPTIONS says what a path can do. Nobody rebuilds an index from a page.
  return (c, next) =>
    c.req.header('Origin') === undefined || c.req.path.startsWith('/admin/') ? next() : allow(c, next)
}
