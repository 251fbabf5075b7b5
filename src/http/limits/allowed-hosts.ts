import type { MiddlewareHandler } from 'hono'
import { Problem } from '../../protocol/problem.ts'

/** Paths that load balancers ask by address. */
const HEALTH = new Set(['/healthz', '/readyz'])

/** Names under which a service that listens on this machine alone is reached. */
export const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]']

/**
 * Refuses requests for other hosts. A page of another site can make a browser send requests to a service on the reader's
 * own machine by giving its own name that machine's address (DNS rebinding); what it cannot change is the name.
 *
 * @param hosts names without a port
 */
export function allowHosts(hosts: readonly string[]): MiddlewareHandler {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()))
  return async (c, next) => {
    const { hostname } = new URL(c.req.url)
    if (!allowed.has(hostname) && !HEALTH.has(c.req.path)) {
      throw new Problem('misdirected-request', {
        detail: `This service is not known as "${hostname}". Its operator can add that name to PUBLIC_URL or ALLOWED_HOSTS.`,
      })
    }
    await next()
  }
}
