import type { Context, MiddlewareHandler } from 'hono'
import { rateLimiter } from 'hono-rate-limiter'
import { LRUCache } from 'lru-cache'
import { Problem } from '../../protocol/problem.ts'
import type { Client, RequestScope } from '../request-scope.ts'

const WINDOW_MILLISECONDS = 60_000

/** Clients that are counted at a time; an attacker with many addresses must not fill the memory. */
const MOST_CLIENTS = 50_000

/** Counts requests where a runtime has its own counters, such as the rate limiting binding of Cloudflare Workers. */
export interface RateLimitBinding {
  limit(options: { readonly key: string }): Promise<{ readonly success: boolean }>
}

export interface RateLimitOptions {
  /** Requests a minute of a client without a key; without it they are not limited. */
  readonly requestsPerMinute?: number | undefined
  /** Counts in place of this process; has a limit of its own. */
  readonly binding?: RateLimitBinding | undefined
  readonly clientOf: (c: Context<RequestScope>) => Client
}

/**
 * Limits the requests of each client, and says in `RateLimit` and `RateLimit-Policy` (draft 7 of the IETF's RateLimit
 * header fields) how many are left. What is too much gets 429 with `Retry-After`.
 */
export function limitRate(options: RateLimitOptions): MiddlewareHandler<RequestScope> {
  const { requestsPerMinute, binding, clientOf } = options
  const common = {
    keyGenerator: (c: Context<RequestScope>) => clientOf(c).id,
    handler: (c: Context<RequestScope>) => {
      throw new Problem('too-many-requests', {
        detail: 'This client has sent too many requests. Try again when the time in Retry-After has passed.',
        headers: { 'Retry-After': c.res.headers.get('Retry-After') ?? String(WINDOW_MILLISECONDS / 1000) },
      })
    },
  }
  if (binding !== undefined)
    return rateLimiter<RequestScope>({ ...common, binding, skip: (c) => isUnlimited(clientOf(c), 0) })
  return rateLimiter<RequestScope>({
    ...common,
    windowMs: WINDOW_MILLISECONDS,
    standardHeaders: 'draft-7',
    limit: (c) => clientOf(c).key?.limit ?? requestsPerMinute ?? 0,
    skip: (c) => isUnlimited(clientOf(c), requestsPerMinute),
    store: new CountStore(),
  })
}

/** A request with a key has the limit of that key. */
function isUnlimited({ key }: Client, requestsPerMinute: number | undefined): boolean {
  return key === undefined ? requestsPerMinute === undefined : key.limit === undefined
}

interface Count {
  totalHits: number
  readonly resetTime: Date
}

/** Counts the requests of the clients that were seen last. */
class CountStore {
  private readonly counts = new LRUCache<string, Count>({ max: MOST_CLIENTS })

  increment(key: string): Count {
    const known = this.counts.get(key)
    const count =
      known && known.resetTime.getTime() > Date.now()
        ? known
        : { totalHits: 0, resetTime: new Date(Date.now() + WINDOW_MILLISECONDS) }
    count.totalHits++
    this.counts.set(key, count)
    return count
  }

  decrement(key: string): void {
    const count = this.counts.get(key)
    if (count) count.totalHits--
  }

  resetKey(key: string): void {
    this.counts.delete(key)
  }
}
