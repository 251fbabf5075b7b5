import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { commonInterfaces } from '../../src/interfaces.ts'
import { silentLog } from '../../src/log.ts'
import { feedbackToLog } from '../../src/question-log/feedback.ts'
import { fakeSnapshot } from '../support/fake-snapshot.ts'

const RUNS = 300
const BODY = JSON.stringify({ question: 'When was Lambda released?' })

/** Whatever bytes may stand in a line, and some that may not. */
const anyBytes = fc
  .array(fc.integer({ min: 0, max: 255 }), { maxLength: 30 })
  .map((bytes) => Buffer.from(bytes).toString('latin1'))

const anyLine = fc.oneof(
  fc.tuple(anyBytes, anyBytes).map(([name, value]) => `${name}: ${value}`),
  anyBytes,
  fc.constantFrom(
    'Content-Length: 99999999999',
    'Content-Length: -1',
    'Content-Length: 5, 6',
    'Content-Length: 0x10',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: xchunked',
    'Transfer-Encoding: gzip, chunked',
    'Connection: upgrade',
    'Upgrade: h2c',
    'Expect: 100-continue',
    'Expect: nothing',
    'Host: other.example',
    'Host: a b',
    'Accept: text/event-stream',
    ' folded: line',
    'X-Forwarded-For: 1.1.1.1, ::1',
    `Cookie: ${'c'.repeat(5000)}`,
    `X-Long: ${'l'.repeat(20_000)}`,
  ),
)

const anyRequest = fc.record({
  start: fc.oneof(
    { weight: 5, arbitrary: fc.constant('POST /ask HTTP/1.1') },
    fc.constantFrom(
      'POST /ask HTTP/1.0',
      'POST /ask HTTP/2.0',
      'POST http://x/ask HTTP/1.1',
      'PRI * HTTP/2.0',
    ),
    anyBytes,
  ),
  lines: fc.array(anyLine, { maxLength: 4 }),
  length: fc.oneof(fc.constant(BODY.length), fc.integer({ min: 0, max: 2 * BODY.length })),
  /** Where the bytes are cut, to be sent one piece after the other with a pause between. */
  cuts: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 5 }),
  /** Whether the client leaves in the middle, without waiting for anything. */
  leaves: fc.boolean(),
})

describe('connections that nobody should make', () => {
  const error = vi.fn()
  let server: RunningServer

  beforeAll(async () => {
    const log = { ...silentLog, error }
    const app = createApp({
      current: () => fakeSnapshot(),
      log,
      interfaces: commonInterfaces({ log, feedback: feedbackToLog(log) }),
    })
    server = await serve(app.fetch, {
      host: '127.0.0.1',
      port: 0,
      log,
      timeLimits: { headers: 300, request: 500 },
    })
  })

  afterAll(() => server.close(1000))

  /** Sends pieces with a pause between them and reads what comes until the connection ends. */
  async function exchange(pieces: readonly string[], leaves: boolean): Promise<string> {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
    let received = ''
    socket.on('data', (piece) => {
      received += piece.toString('latin1')
    })
    socket.on('error', () => {}) // It may be cut off.
    const closed = once(socket, 'close')
    for (const piece of pieces) {
      if (socket.writable) socket.write(piece, 'latin1')
      await sleep(5)
    }
    if (leaves) socket.destroy()
    else socket.end()
    await closed
    return received
  }

  it(`are ended or refused like any other request, ${RUNS} of them, and hinder nobody`, async () => {
    const statuses = new Set<number>()
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ start, lines, length, cuts, leaves }) => {
        const usual = ['Host: localhost', 'Content-Type: application/json', `Content-Length: ${length}`]
        const bytes = [start, ...usual, ...lines, '', BODY].join('\r\n')
        const places = [
          0,
          ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b),
          bytes.length,
        ]
        const pieces = places.slice(1).map((end, at) => bytes.slice(places[at], end))
        const received = await exchange(pieces, leaves)
        for (const [, status, head = '', body = ''] of received.matchAll(
          /HTTP\/1\.1 (\d{3}) [^\r]*\r\n(.*?)\r\n\r\n((?:(?!HTTP\/1\.1 \d{3} )[\s\S])*)/gs,
        )) {
          statuses.add(Number(status))
          expect(Number(status)).toBeLessThan(500)
          if (Number(status) < 400) continue
          expect(head).toMatch(/^content-type: application\/problem\+json/im)
          expect(body).toContain('"type":"urn:footnote:problem:')
        }
      }),
      { numRuns: RUNS },
    )
    expect(error).not.toHaveBeenCalled()
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 431]))
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
  }, 120_000)
})
