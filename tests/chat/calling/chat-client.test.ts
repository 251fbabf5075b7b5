import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChatClient } from '../../../src/chat/calling/chat-client.ts'
import type { TokenUsage } from '../../../src/chat/calling/daily-budget.ts'
import { ChatError, type ChatFault } from '../../../src/errors.ts'
import { chatClientOf, FAKE_KEY } from '../../support/chat/chat-answering.ts'
import {
  type StreamingChatServer,
  startStreamingChatServer,
} from '../../support/chat/streaming-chat-server.ts'

const PROMPT = { system: 'Answer.', user: 'Who?' }

let server: StreamingChatServer
beforeEach(async () => {
  server = await startStreamingChatServer((_request, reply) => reply.reply('Nobody.'))
})
afterEach(async () => {
  vi.useRealTimers()
  await server.close()
})

function call(client: ChatClient, { seconds = 20, signal }: { seconds?: number; signal?: AbortSignal } = {}) {
  let text = ''
  const done = client.call(PROMPT, {
    deadline: performance.now() + seconds * 1000,
    signal,
    onText: (piece) => {
      text += piece
      return true
    },
  })
  return done.then(() => text)
}

async function faultOf(done: Promise<unknown>): Promise<ChatFault> {
  const error = await done.then(
    () => undefined,
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(ChatError)
  return (error as ChatError).fault
}

describe('ChatClient', () => {
  it('asks for a stream with its usage, and tells what was used', async () => {
    const used: TokenUsage[] = []
    expect(await call(chatClientOf(server, {}, { onUsage: (usage) => used.push(usage) }))).toBe('Nobody.')
    expect(server.requests[0]).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 2048,
      temperature: 0,
      messages: [
        { role: 'system', content: 'Answer.' },
        { role: 'user', content: 'Who?' },
      ],
    })
    expect(used).toEqual([{ input: 100, output: 20 }])
  })

  it('counts for itself where the server does not, and nothing of a call that never began', async () => {
    const used: TokenUsage[] = []
    const client = chatClientOf(server, {}, { onUsage: (usage) => used.push(usage) })
    server.script = (_request, reply) => {
      reply.say('Nobody, as far as anybody knows.')
      reply.end()
    }
    expect(await faultOf(call(client))).toBe('cut')
    server.script = (_request, reply) => reply.refuse(500, {})
    expect(await faultOf(call(client))).toBe('failed')
    expect(used[0]?.input).toBeGreaterThan(4)
    expect(used[0]?.output).toBeGreaterThan(4)
    expect(used[1]).toEqual({ input: 0, output: 0 })
  })

  it('leaves a model alone that fails three times in a row, and tries it with one question after half a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const warned: string[] = []
    const client = chatClientOf(server, {}, { log: { warn: (_fields, message) => warned.push(message) } })
    server.script = (_request, reply) => reply.refuse(503, {})
    for (let i = 0; i < 3; i++) expect(await faultOf(call(client))).toBe('failed')
    expect(client.isResting).toBe(true)
    expect(await faultOf(call(client))).toBe('resting')
    expect(server.requests).toHaveLength(3)

    vi.setSystemTime(Date.now() + 31_000)
    let answer = () => {}
    server.script = (_request, reply) => {
      answer = () => reply.reply('Back.')
    }
    const trial = call(client)
    await vi.waitUntil(() => server.requests.length === 4)
    // The others do not wait for what becomes of it.
    expect(await faultOf(call(client))).toBe('resting')
    answer()
    expect(await trial).toBe('Back.')
    expect(client.isResting).toBe(false)
    expect(warned).toContain('The language model answers again')
  })

  it('counts no failure of the server where the question was at fault', async () => {
    const client = chatClientOf(server)
    server.script = (_request, reply) => reply.refuse(400, { error: { message: 'no' } })
    for (let i = 0; i < 5; i++) expect(await faultOf(call(client))).toBe('refused')
    expect(client.isResting).toBe(false)
  })

  it('leaves a server alone for as long as it asks', async () => {
    let now = 1_000_000
    const client = chatClientOf(server, {}, { now: () => now })
    server.script = (_request, reply) => reply.refuse(429, {}, { 'retry-after': '40' })
    expect(await faultOf(call(client))).toBe('busy')
    server.script = (_request, reply) => reply.reply('Nobody.')
    now += 39_000
    expect(client.isResting).toBe(true)
    expect(await faultOf(call(client))).toBe('resting')
    now += 2000
    expect(await call(client)).toBe('Nobody.')
  })

  it('has so many calls under way at a time, and no question waits for longer than it may', async () => {
    const replies: (() => void)[] = []
    server.script = (_request, reply) => replies.push(() => reply.reply('Nobody.'))
    const client = chatClientOf(server, { callsAtOnce: 2 })
    const calls = [call(client), call(client)]
    await vi.waitUntil(() => replies.length === 2)
    expect(await faultOf(call(client, { seconds: 0.1 }))).toBe('slow')
    const third = call(client)
    for (const reply of replies.splice(0)) reply()
    expect(await Promise.all(calls)).toEqual(['Nobody.', 'Nobody.'])
    await vi.waitUntil(() => replies.length === 1)
    replies[0]?.()
    expect(await third).toBe('Nobody.')
    expect(server.requests).toHaveLength(3)
  })

  it('makes no call that the tokens of the day have no room for', async () => {
    expect(await faultOf(call(chatClientOf(server, { tokensPerDay: 1000 })))).toBe('spent')
    expect(server.requests).toHaveLength(0)
  })

  it('ends a call that nobody waits for, and blames nobody', async () => {
    const left = new AbortController()
    let isClosed = false
    server.script = async (_request, reply) => {
      left.abort(new Error('left'))
      await reply.closed
      isClosed = true
    }
    const warned: object[] = []
    const client = chatClientOf(server, {}, { log: { warn: (fields) => warned.push(fields) } })
    await expect(call(client, { signal: left.signal })).rejects.toThrow('left')
    await vi.waitUntil(() => isClosed)
    expect(warned).toEqual([])
  })

  it('tells nothing of the key, of the question or of what the server says', async () => {
    const told: unknown[] = []
    const client = chatClientOf(server, {}, { log: { warn: (fields) => told.push(fields) } })
    for (const status of [400, 401, 404, 429, 500]) {
      server.script = ({ messages }, reply) =>
        reply.refuse(status, {
          error: { message: `${FAKE_KEY} ${JSON.stringify(messages)}`, code: 'some_code' },
        })
      const error = await call(client).catch((thrown) => thrown)
      told.push(error, error.cause, error.stack, error.message)
    }
    const all = told
      .map((each) =>
        each instanceof Error ? [each.stack, JSON.stringify(each)].join() : JSON.stringify(each),
      )
      .join('\n')
    expect(all).toContain('some_code')
    expect(all).not.toContain(FAKE_KEY)
    expect(all).not.toContain('Who?')
  })
})
