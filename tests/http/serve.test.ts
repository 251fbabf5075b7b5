import { EventEmitter, once } from 'node:events'
import { Agent, get, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../src/errors.ts'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
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
    expect(await server.close(1000)).toBe(true)
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
    expect(await closed).toBe(true)
    agent.destroy()
  })

  it('does not wait for a kept-alive connection on which nothing happens', async () => {
    const server = await serveSnapshot()
    const agent = new Agent({ keepAlive: true })
    const [response] = (await once(get(`${server.origin}/healthz`, { agent }), 'response')) as [
      IncomingMessage,
    ]
    await text(response)
    expect(await server.close(60_000)).toBe(true)
    agent.destroy()
  })

  it('cuts off what has not finished in time, and says so', async () => {
    const { snapshot, asked, open } = gatedSnapshot()
    const server = await serveSnapshot(snapshot)
    const request = fetch(`${server.origin}/ask?q=Lambda`)
    const failed = expect(request).rejects.toThrow()
    await asked
    expect(await server.close(1)).toBe(false)
    await failed
    open()
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
