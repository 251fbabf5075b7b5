import { secureHeaders } from 'hono/secure-headers'

/**
 * Pages here run no script and load nothing but our own stylesheet. Strict-Transport-Security is left to whoever
 * terminates TLS: only they know what else lives on that host.
 */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
})
