import { EventEmitter, once } from 'node:events'
import { Agent, get, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, vi } from 'vitest'
import { ConfigurationError } from '../../src/errors.ts'
import { createApp } from '../../src/http/create-app.ts'
import { Admission } from '../../src/http/limits/admission.ts'
import { type RunningServer, serve, type TimeLimits } from '../../src/http/serve.ts'
import { fakeAsk, fakeSnapshot } from '../support/fake-snapshot.ts'

const ANY_PORT = { host: '127.0.0.1', port: 0 }

/** An answerer that says when a question has reached it, and answers when it is let go. */
function gatedSnapshot() {
  const gate = new EventEmitter()
  const asked = once(gate, 'asked')
  const snapshot = fakeSnapshot({
    ask: async (question) => {
      gate.emit('asked')
      await once(gate, 'open')
      return fakeAsk(question)
    },
  })
  return { snapshot, asked, open: () => gate.emit('open') }
}

function serveSnapshot(snapshot = fakeSnapshot()): Promise<RunningServer> {
  return serve(createApp({ current: () => snapshot }).fetch, ANY_PORT)
}

describe('serve', () => {
  it('answers over a real socket', async () => {
    const server = await serveSnapshot()
    const response = await fetch(`${server.origin}/ask?q=Lambda`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ answered: true })
    expect(await server.close(1000)).toBe(0)
  })

  it('refuses a body over 64 KiB that comes in chunks without a length', async () => {
    const server = await serveSnapshot()
    const outgoing = request(`${server.origin}/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
    })
    outgoing.on('error', () => {})
    outgoing.write('a'.repeat(80 * 1024))
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
    expect(response.statusCode).toBe(413)
    expect(await text(response)).toContain('content-too-large')
    outgoing.destroy()
    await server.close(1000)
  })

  it('finishes what is in flight when it is closed, and takes nothing new', async () => {
    const { snapshot, asked, open } = gatedSnapshot()
    const server = await serveSnapshot(snapshot)
    const agent = new Agent({ keepAlive: true })
    const outgoing = get(`${server.origin}/ask?q=Lambda`, { agent })
    await asked
    const closed = server.close(60_000)
    await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow()
    open()
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
    expect(response.headers.connection).toBe('close')
    expect(JSON.parse(await text(response))).toMatchObject({ answered: true })
    expect(await closed).toBe(0)
    agent.destroy()
  })

  it('does not wait for a kept-alive connection on which nothing happens', async () => {
    const server = await serveSnapshot()
    const agent = new Agent({ keepAlive: true })
    const [response] = (await once(get(`${server.origin}/healthz`, { agent }), 'response')) as [
      IncomingMessage,
    ]
    await text(response)
    expect(await server.close(60_000)).toBe(0)
    agent.destroy()
  })

  it.each([
    ['nothing', ''],
    ['half a request line', 'GET /hea'],
    ['half of the headers', 'GET /healthz HTTP/1.1\r\nHost: a\r\n'],
    ['the beginning of a second request', 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nG'],
  ])('does not wait for a connection over which %s was sent', async (_name, bytes) => {
    const server = await serveSnapshot()
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write(bytes)
    if (bytes.includes('\r\n\r\n')) await once(socket, 'data')
    const ended = once(socket.resume(), 'close')
    // A test that has to wait for the grace fails by its own time limit.
    expect(await server.close(600_000)).toBe(0)
    await ended
  })

  it('answers a request whose connection was made before it was closed', async () => {
    const server = await serveSnapshot()
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
    await once(socket, 'connect')
    // The server has it as well.
    await (await fetch(`${server.origin}/healthz`)).text()
    const closed = server.close(60_000)
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
    expect(await text(socket)).toContain('200 OK')
    expect(await closed).toBe(0)
  })

  it('logs a client that leaves while its question waits as what it is, and no failure', async () => {
    const { snapshot, asked, open } = gatedSnapshot()
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
    const admission = new Admission({ concurrent: 1, waiting: 1 })
    const limits = { admission, remoteAddress: () => undefined }
    const server = await serve(createApp({ current: () => snapshot, log, limits }).fetch, {
      ...ANY_PORT,
      log,
    })
    const first = fetch(`${server.origin}/ask?q=Lambda`)
    await asked
    const waiting = get(`${server.origin}/ask?q=Lambda`).on('error', () => {})
    await vi.waitUntil(() => admission.load.waiting === 1)
    waiting.destroy()
    await vi.waitUntil(() => admission.load.waiting === 0)
    open()
    expect((await first).status).toBe(200)
    await server.close(1000)
    expect(log.info).toHaveBeenCalledWith(expect.objectContaining({ status: 499 }), 'request')
    expect(log.error).not.toHaveBeenCalled()
  })

  it('cuts off what has not finished in time, and says so', async () => {
    const { snapshot, asked, open } = gatedSnapshot()
    const server = await serveSnapshot(snapshot)
    const request = fetch(`${server.origin}/ask?q=Lambda`)
    const failed = expect(request).rejects.toThrow()
    await asked
    expect(await server.close(1)).toBe(1)
    await failed
    open()
  })

  describe('what never becomes a request', () => {
    /** What the server sends back for these bytes, and what it logs. */
    async function exchange(bytes: string, timeLimits?: TimeLimits) {
      const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
      const app = createApp({ current: () => fakeSnapshot() })
      const server = await serve(app.fetch, { ...ANY_PORT, log, ...(timeLimits ? { timeLimits } : {}) })
      const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
      socket.write(bytes)
      const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
      await server.close(1000)
      return { head, body, log }
    }

    it.each([
      ['no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'malformed-request'],
      [
        'an expectation that nobody can meet',
        'GET /healthz HTTP/1.1\r\nHost: localhost\r\nExpect: nothing\r\nConnection: close\r\n\r\n',
        400,
        'malformed-request',
      ],
      [
        'a host that is none',
        'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
        400,
        'malformed-request',
      ],
      ['no path', 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400, 'malformed-request'],
      [
        'a path with a backslash',
        'GET /\\x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
        400,
        'malformed-request',
      ],
      ['no HTTP', '\x16\x03\x01\x02\r\n\r\n', 400, 'malformed-request'],
      [
        'two lengths',
        'POST /ask HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
        400,
        'malformed-request',
      ],
      [
        'long headers',
        `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
        431,
        'headers-too-large',
      ],
    ])('is answered with a problem and logged: %s', async (_name, bytes, status, problem) => {
      const { head, body, log } = await exchange(bytes)
      expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
      expect(head).toMatch(/^content-type: application\/problem\+json$/im)
      const { type, requestId, detail } = JSON.parse(body)
      expect(type).toBe(`urn:footnote:problem:${problem}`)
      expect(log.info).toHaveBeenCalledWith({ requestId, status, reason: detail }, 'Request refused')
    })

    it('is answered with a problem where it does not come to its end', async () => {
      const { head, body } = await exchange('POST /ask HTTP/1.1\r\nHost: a\r\n', {
        headers: 50,
        request: 100,
      })
      expect(head).toMatch(/^HTTP\/1\.1 408 /)
      expect(JSON.parse(body)).toMatchObject({ type: 'urn:footnote:problem:request-timeout', status: 408 })
    })

    it('is not a request without a host in HTTP/1.0, as old health checks send it', async () => {
      const { head, log } = await exchange('GET /healthz HTTP/1.0\r\n\r\n')
      expect(head).toMatch(/^HTTP\/1\.1 200 /)
      expect(log.info).not.toHaveBeenCalled()
    })
  })

  it('says in one line that the port is taken, and what to do', async () => {
    const server = await serveSnapshot()
    const port = Number(new URL(server.origin).port)
    const second = serve(createApp({ current: () => undefined }).fetch, { host: '127.0.0.1', port })
    await expect(second).rejects.toThrow(ConfigurationError)
    await expect(second).rejects.toThrow(
      new RegExp(`^PORT: something already listens on 127.0.0.1:${port}\\..*PORT=${port + 1}\\.$`),
    )
    await server.close(1000)
  })

  it('says that the host is no address of this machine', async () => {
    const second = serve(createApp({ current: () => undefined }).fetch, { host: '192.0.2.1', port: 0 })
    await expect(second).rejects.toThrow(/^HOST: 192\.0\.2\.1 /)
  })
})
