import { secureHeaders } from 'hono/secure-headers'

/**
 * Pages here run our own scripts and nothing inline, load nothing from another host and talk to none.
 * Strict-Transport-Security is left to whoever
 * terminates TLS: only they know what else lives on that host.
 */
export const securityHeaders = secureHeaders({
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
})
