import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** What pages of other sites may load. */
const FOR_OTHER_SITES = new Set(['/widget.js'])

const OPTIONS = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
} satisfies Parameters<typeof secureHeaders>[0]

const own = secureHeaders(OPTIONS)
const shared = secureHeaders({ ...OPTIONS, crossOriginResourcePolicy: 'cross-origin' })

/**
 * Pages here run our own scripts and nothing inline, load nothing from another host and talk to none.
 * Strict-Transport-Security is left to the proxy that terminates TLS: only its operator knows what else lives on that host.
 */
export const securityHeaders: MiddlewareHandler = (c, next) =>
  FOR_OTHER_SITES.has(c.req.path) ? shared(c, next) : own(c, next)
