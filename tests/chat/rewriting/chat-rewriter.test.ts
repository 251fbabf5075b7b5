import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAsk } from '../../../src/answer/ask.ts'
import { chatRewriter } from '../../../src/chat/rewriting/chat-rewriter.ts'
import type { Ask } from '../../../src/domain/ask.ts'
import type { Turn } from '../../../src/domain/question.ts'
import { chatClientOf } from '../../support/chat/chat-answering.ts'
import {
  type StreamingChatServer,
  startStreamingChatServer,
} from '../../support/chat/streaming-chat-server.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

const HISTORY: readonly Turn[] = [{ role: 'user', content: 'Who bought Twinings?' }]
const FOLLOW_UP = 'And when was that?'

let server: StreamingChatServer
let ask: Ask
let askInHaste: Ask
let byRules: Ask
let count = 0

beforeAll(async () => {
  server = await startStreamingChatServer((_request, reply) => reply.finish())
  const { index, embeddings, retriever } = await openSmallIndex()
  byRules = createAsk(index, embeddings, undefined, retriever)
  const askWithin = (timeoutMilliseconds: number) =>
    createAsk(
      index,
      embeddings,
      undefined,
      retriever,
      undefined,
      chatRewriter(chatClientOf(server, { timeoutMilliseconds })),
    )
  ask = askWithin(60_000)
  askInHaste = askWithin(3000)
})
afterAll(() => server.close())
beforeEach(() => {
  count = server.requests.length
})

describe('a follow-up', () => {
  it('is what a model makes of it', async () => {
    server.script = (_request, reply) => reply.reply('When was Twinings bought?')
    const rewritten = await ask({ question: FOLLOW_UP, history: HISTORY })
    const alone = await byRules({ question: 'When was Twinings bought?' })
    expect(rewritten.citations).toEqual(alone.citations)
    expect(server.requests.at(-1)?.messages.at(-1)?.content).toContain('PERSON: Who bought Twinings?')
  })

  it.each<[string, StreamingChatServer['script']]>([
    ['fails', (_request, reply) => reply.refuse(500, {})],
    ['says something odd', (_request, reply) => reply.reply('Where is Atlantis?')],
    ['takes too long', (_request, reply) => reply.closed],
  ])('is understood by rules where the model %s', async (_what, script) => {
    server.script = script
    const answer = await askInHaste({ question: FOLLOW_UP, history: HISTORY })
    expect(answer).toEqual(await byRules({ question: FOLLOW_UP, history: HISTORY }))
    expect(server.requests.length).toBe(count + 1)
  })
})

it('asks no model about a question that stands alone, or that nothing is near to', async () => {
  server.script = (_request, reply) => reply.reply('Who bought Twinings?')
  await ask({
    question: 'When was the Eddystone lighthouse near Plymouth built by Winstanley?',
    history: HISTORY,
  })
  await ask({ question: 'Who bought Twinings?' })
  await ask({ question: 'And zzyzx?', history: [{ role: 'user', content: 'Qwrtp xkcdq?' }] })
  expect(server.requests.length).toBe(count)
})
