import type { Context, MiddlewareHandler } from 'hono'
import type { RequestScope } from '../request-scope.ts'
import type { Admission } from './admission.ts'
import { allowHosts } from './allowed-hosts.ts'
import { type ClientOptions, clientOf } from './client.ts'
import { allowOrigins } from './cross-origin.ts'
import { limitRate, type RateLimitBinding } from './rate-limit.ts'

/** Who may ask, from where, and how much. */
export interface Limits extends ClientOptions {
  /** Requests a minute of a client without a key; without it they are not limited. */
  readonly requestsPerMinute?: number | undefined
  /** Counts the requests in place of this process, with a limit of its own. */
  readonly rateLimitBinding?: RateLimitBinding | undefined
  /** Says when it is the turn of a question; without it, at once. */
  readonly admission?: Admission | undefined
  /** Origins of pages that may ask in a browser, besides the service's own; see {@link allowOrigins}. */
  readonly origins?: readonly string[] | undefined
  /** Names that the service is known by; without them any name will do. */
  readonly hosts?: readonly string[] | undefined
}

/** What every request passes. */
export function limitAll({ origins = [], hosts }: Limits): MiddlewareHandler<RequestScope>[] {
  return [
    ...(hosts === undefined ? [] : [allowHosts(hosts)]),
    ...(origins.length === 0 ? [] : [allowOrigins(origins)]),
  ]
}

/** What a request passes that makes the service work: a question, a search. */
export function limitCostly(limits: Limits): MiddlewareHandler<RequestScope>[] {
  const identify: MiddlewareHandler<RequestScope> = async (c, next) => {
    c.set('client', clientOf(c, limits))
    await next()
  }
  const rate = limitRate({
    requestsPerMinute: limits.requestsPerMinute,
    binding: limits.rateLimitBinding,
    clientOf: (c: Context<RequestScope>) => c.get('client') ?? clientOf(c, limits),
  })
  return [identify, rate]
}
