import { Hono } from 'hono'
import type { HttpInterface } from '../http/http-interface.ts'
import { comesThrough, publicOrigin, type RequestScope, snapshotOf } from '../http/request-scope.ts'
import type { Log } from '../log.ts'
import { mcpPaths } from './mcp-paths.ts'

/** The Model Context Protocol at `/mcp`. */
export function mcpInterface({ log }: { readonly log: Log }): HttpInterface {
  const routes = new Hono<RequestScope>().use('/mcp', comesThrough('mcp'))
  routes.post('/mcp', async (c) => {
    const snapshot = snapshotOf(c)
    // The protocol's package is large, and most processes never need it.
    const { handleMcp } = await import('./handle-http.ts')
    return handleMcp(c.req.raw, { current: () => snapshot, origin: publicOrigin(c), log })
  })
  return { routes, paths: mcpPaths }
}
