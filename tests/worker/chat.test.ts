import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServedAnswer } from '../../src/protocol/served-answer.ts'
import {
  type StreamingChatServer,
  sentencesIn,
  startStreamingChatServer,
} from '../support/chat/streaming-chat-server.ts'
import { type RunningWorker, startWorker } from '../support/servers/start-worker.ts'

const LAMBDA = { question: 'When was Lambda released?', language: 'en' }
const PATIENCE = 300_000
const CLAIM = 'Amazon AWS released its new product Lambda on 14 November 2014.'

describe('the Worker with a language model', () => {
  let model: StreamingChatServer
  let worker: RunningWorker

  beforeAll(async () => {
    model = await startStreamingChatServer((request, reply) => {
      const label = sentencesIn(request).find(({ text }) => text.includes('2014年11月14日'))?.label
      reply.reply(`${CLAIM} [${label}]\nIt was released in 1999. [${label}]`)
    })
    worker = await startWorker({
      config: 'wrangler.toml',
      bindings: {
        CHAT_MODEL: { type: 'plain_text', value: 'fake-1' },
        CHAT_BASE_URL: { type: 'plain_text', value: model.baseUrl },
        // A busy machine opens the index slowly, and that is no fault of the model.
        CHAT_TIMEOUT: { type: 'plain_text', value: '300' },
      },
    })
    // The first question opens the index.
    await (await ask(LAMBDA)).text()
  }, PATIENCE)
  afterAll(async () => {
    await worker?.dispose()
    await model?.close()
  })

  async function ask(body: unknown, accept = 'application/json') {
    return worker.fetch('http://footnote.test/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: accept },
      body: JSON.stringify(body),
    })
  }

  it('answers many at once with claims that the words bear out', { timeout: PATIENCE }, async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () => (await (await ask(LAMBDA)).json()) as ServedAnswer),
    )
    for (const { answer, answerer, citations } of answers) {
      expect(answerer).toBe('fake-1')
      expect(answer).toBe(`${CLAIM}[1]`)
      expect(citations[0]?.quote).toContain('2014年11月14日')
    }
  })

  it('streams what it answers', { timeout: PATIENCE }, async () => {
    const events = await (await ask(LAMBDA, 'text/event-stream')).text()
    expect(events).toContain('event: token')
    expect(events).toContain(CLAIM)
    expect(events).not.toContain('1999')
  })

  it('answers without the model where that fails', { timeout: PATIENCE }, async () => {
    model.script = (_request, reply) => reply.refuse(500, { error: { message: 'no' } })
    const answer = (await (await ask(LAMBDA)).json()) as ServedAnswer
    expect(answer.degraded).toBeDefined()
    expect(answer.answerer).not.toBe('fake-1')
    expect(answer.answered).toBe(true)
  })
})
