import { Hono } from 'hono'
import { type RequestScope, snapshotOf } from '../request-scope.ts'

/** `/healthz`: the process answers. `/readyz`: it can answer questions, and from which snapshot of the index. */
export function healthRoutes(): Hono<RequestScope> {
  return new Hono<RequestScope>()
    .get('/healthz', (c) => {
      c.header('Cache-Control', 'no-store')
      return c.json({ status: 'ok' })
    })
    .get('/readyz', (c) => {
      const { id, library } = snapshotOf(c)
      c.header('Cache-Control', 'no-store')
      return c.json({
        status: 'ready',
        generation: id,
        articles: library.articleCount,
        paragraphs: library.paragraphCount,
      })
    })
}
