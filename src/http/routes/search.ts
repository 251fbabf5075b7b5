import { Hono } from 'hono'
import type { Log } from '../../log.ts'
import { parseSearchQuery } from '../../protocol/search-request.ts'
import { type RequestScope, snapshotOf } from '../request-scope.ts'

/** `GET /search?q=…&limit=…&articles=…`: paragraphs that meet a query, best first. */
export function searchRoutes(log: Log): Hono<RequestScope> {
  return new Hono<RequestScope>().get('/search', async (c) => {
    const request = parseSearchQuery(new URL(c.req.url).searchParams)
    const snapshot = snapshotOf(c)
    log.debug({ requestId: c.get('requestId'), request }, 'Search')
    const results = await snapshot.search(request, { signal: c.req.raw.signal })
    Object.assign(c.get('logFields'), { generation: snapshot.id, results: results.length })
    c.header('Cache-Control', 'no-store')
    return c.json({ query: request.query, results, generation: snapshot.id })
  })
}
