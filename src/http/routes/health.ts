import { Hono } from 'hono'
import type { Dependency } from '../../telemetry/dependency.ts'
import { type RequestScope, snapshotOf } from '../request-scope.ts'

/**
 * `/healthz`: the process answers. `/readyz`: it can answer questions, and from which snapshot of the index. What the
 * service leans on is named there; without it, questions are still answered, so that nothing is to be restarted.
 */
export function healthRoutes(dependencies: () => readonly Dependency[] = () => []): Hono<RequestScope> {
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
        ...dependencyStates(dependencies()),
      })
    })
}

function dependencyStates(dependencies: readonly Dependency[]) {
  if (dependencies.length === 0) return {}
  return { dependencies: Object.fromEntries(dependencies.map(({ name, state }) => [name, state])) }
}
