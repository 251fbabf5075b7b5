import type { Context } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import type { Generation } from '../domain.ts'
import { Problem } from '../protocol/problem.ts'

/** What every request carries with it. */
export interface RequestScope {
  Variables: RequestIdVariables & {
    /** The generation that is current by now. Routes ask {@link generationOf}, which settles on one. */
    current: () => Generation | undefined
    /** The generation that this request settled on; it keeps this one to its end. */
    generation: Generation | undefined
    /** Fields that a route adds to the log line of its request. */
    logFields: Record<string, unknown>
  }
}

/** Response header with the id of the generation that answered. */
export const GENERATION_HEADER = 'Footnote-Generation'

const RETRY_AFTER_SECONDS = 5

/**
 * The generation that answers this request; names it in the response.
 * @throws {Problem} `not-ready` while no index is open
 */
export function generationOf(c: Context<RequestScope>): Generation {
  const generation = c.get('generation') ?? c.get('current')()
  if (generation === undefined) {
    throw new Problem('not-ready', {
      detail: `The index is still being opened. Try again in ${RETRY_AFTER_SECONDS} seconds.`,
      headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) },
    })
  }
  c.set('generation', generation)
  c.header(GENERATION_HEADER, generation.id)
  return generation
}
