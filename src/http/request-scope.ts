import type { Context, MiddlewareHandler } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import { Problem } from '../protocol/problem.ts'
import type { ApiKey } from './limits/api-keys.ts'

/** Whose requests are counted together. */
export interface Client {
  /** The name of a key, or an address. */
  readonly id: string
  /** The key that was sent. */
  readonly key: ApiKey | undefined
}

/** What every request carries with it. */
export interface RequestScope {
  Variables: RequestIdVariables & {
    /** The snapshot that is current now. A route calls {@link snapshotOf} once and keeps the result to its end. */
    current: () => IndexSnapshot | undefined
    /** Where the service is reached from outside, as configured; without a slash at its end. */
    publicUrl: string | undefined
    /** See {@link comesThrough}; `http` without it. */
    through: string | undefined
    /** The body of an error, where it is not a problem document. */
    errorBody: ((problem: Problem) => object) | undefined
    /** Whose request it is; known where requests are counted. */
    client: Client | undefined
    /** Fields that a route adds to the log line of its request. */
    logFields: Record<string, unknown>
  }
}

/** The address that absolute links begin with: the configured one, otherwise that of the request. */
export function publicOrigin(c: Context<RequestScope>): string {
  return c.get('publicUrl') ?? new URL(c.req.url).origin
}

/**
 * Names the interface that requests come through, for the question log and the metrics.
 *
 * @example
 * new Hono<RequestScope>().use('/v1/*', comesThrough('openai'))
 */
export function comesThrough(name: string): MiddlewareHandler<RequestScope> {
  return async (c, next) => {
    c.set('through', name)
    await next()
  }
}

/** Response header with the id of the snapshot that answered. */
export const GENERATION_HEADER = 'Footnote-Generation'

const RETRY_AFTER_SECONDS = 5

/**
 * The snapshot that answers this request; names it in the response.
 * @throws {Problem} `not-ready` while no index is open
 */
export function snapshotOf(c: Context<RequestScope>): IndexSnapshot {
  const snapshot = c.get('current')()
  if (snapshot === undefined) {
    throw new Problem('not-ready', {
      detail: `The index is still being opened. Try again in ${RETRY_AFTER_SECONDS} seconds.`,
      headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) },
    })
  }
  c.header(GENERATION_HEADER, snapshot.id)
  return snapshot
}
