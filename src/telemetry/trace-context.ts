/** Which trace a request belongs to, as its caller says. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string
  /** The caller's span, 16 hexadecimal digits. */
  readonly spanId: string
}

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/
const NOTHING = /^0+$/

/**
 * Reads the header `traceparent` (W3C Trace Context). Later versions may append more.
 *
 * @returns nothing for a header that is none, which is then to be disregarded
 */
export function parseTraceparent(header: string | undefined): TraceContext | undefined {
  const [, version, traceId = '', spanId = '', more] = TRACEPARENT.exec(header ?? '') ?? []
  const isKnown = version !== undefined && version !== 'ff' && !(version === '00' && more !== undefined)
  if (!isKnown || NOTHING.test(traceId) || NOTHING.test(spanId)) return undefined
  return { traceId, spanId }
}
