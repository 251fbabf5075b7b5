import { setImmediate as nextTurn } from 'node:timers/promises'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Configuration } from '../configuration/configuration.ts'
import { Admission } from '../http/limits/admission.ts'
import { LOOPBACK_HOSTS } from '../http/limits/allowed-hosts.ts'
import type { Limits } from '../http/limits/limits.ts'

/** Requests a minute of one client, where clients can be told apart. A person asks a few. */
const REQUESTS_PER_MINUTE = 120

/**
 * The limits that the configuration asks for, for a service that Node runs.
 *
 * @param threads that answer, each one question at a time; a question that waits for one waits here, where it is counted
 *   and may be given up
 */
export function configuredLimits(
  configuration: Configuration,
  threads?: { readonly size: number },
): Limits & { readonly admission: Admission } {
  const { API_KEYS, REQUIRE_API_KEY, RATE_LIMIT, TRUST_PROXY, CORS_ORIGINS } = configuration
  const requestsPerMinute = RATE_LIMIT === 'off' ? undefined : (RATE_LIMIT ?? usualLimit(configuration))
  return {
    remoteAddress: (c) => getConnInfo(c).remote.address,
    proxies: TRUST_PROXY,
    ...(API_KEYS === undefined ? {} : { apiKeys: API_KEYS, requireApiKey: REQUIRE_API_KEY === 'yes' }),
    requestsPerMinute,
    admission: new Admission({
      concurrent: Math.min(configuration.QUESTIONS_AT_ONCE, threads?.size ?? Number.POSITIVE_INFINITY),
      waiting: configuration.QUESTIONS_WAITING,
      ...(requestsPerMinute === undefined ? {} : { perClient: shareOfClient(configuration) }),
      yieldToEvents: () => nextTurn(),
    }),
    origins: CORS_ORIGINS,
    hosts: allowedHosts(configuration),
  }
}

/** How many questions one client may have under way, where clients are limited: an eighth of those that may wait. */
function shareOfClient({ QUESTIONS_WAITING }: Configuration): number {
  return Math.max(1, Math.floor(QUESTIONS_WAITING / 8))
}

/** Behind a proxy that is not known as one, all clients are one: nobody is limited who has not asked for it. */
function usualLimit({ HOST, TRUST_PROXY }: Configuration): number | undefined {
  return TRUST_PROXY > 0 || !isLoopback(HOST) ? REQUESTS_PER_MINUTE : undefined
}

/** A service that only this machine can reach is not for pages of other sites, unless a proxy says so. */
function allowedHosts({ HOST, TRUST_PROXY, PUBLIC_URL, ALLOWED_HOSTS }: Configuration): string[] | undefined {
  const own = PUBLIC_URL === undefined ? [] : [new URL(PUBLIC_URL).hostname]
  if (ALLOWED_HOSTS !== undefined)
    return ALLOWED_HOSTS.includes('*') ? undefined : [...ALLOWED_HOSTS, ...own, ...LOOPBACK_HOSTS]
  return TRUST_PROXY === 0 && isLoopback(HOST) ? [...LOOPBACK_HOSTS, HOST, ...own] : undefined
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
