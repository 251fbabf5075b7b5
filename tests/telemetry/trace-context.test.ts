import { describe, expect, it } from 'vitest'
import { parseTraceparent } from '../../src/telemetry/trace-context.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'

describe('parseTraceparent', () => {
  it.each([
    ['that of version 00', `00-${TRACE}-${SPAN}-01`],
    ['that of a later version, with more behind it', `01-${TRACE}-${SPAN}-01-what-comes`],
  ])('reads a header: %s', (_name, header) => {
    expect(parseTraceparent(header)).toEqual({ traceId: TRACE, spanId: SPAN })
  })

  it.each([
    undefined,
    '',
    TRACE,
    `00-${TRACE}-${SPAN}`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
    `ff-${TRACE}-${SPAN}-01`,
  ])('disregards %s', (header) => {
    expect(parseTraceparent(header)).toBeUndefined()
  })
})
