import { BaseCallbackHandler } from '@langchain/core/callbacks/base'
import { AIMessage } from '@langchain/core/messages'
import { RunnableSequence } from '@langchain/core/runnables'
import { FakeStreamingChatModel } from '@langchain/core/utils/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAsk } from '../../src/answer/ask.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Ask } from '../../src/domain/ask.ts'
import type { AskRequest } from '../../src/domain/question.ts'
import { InvalidRequestError } from '../../src/errors.ts'
import { askRunnable } from '../../src/langchain/ask-runnable.ts'
import { openSmallIndex } from '../support/corpora/small-corpus-index.ts'

const QUESTION = 'Who bought Twinings?'

describe('askRunnable', () => {
  let ask: Ask

  beforeAll(async () => {
    const { index, embeddings } = await openSmallIndex()
    ask = createAsk(index, embeddings)
  })

  it('answers a question as asking does', async () => {
    const answer = await askRunnable(ask).invoke(QUESTION)
    expect(answer).toEqual(await ask({ question: QUESTION }))
    expect(answer.citations[0]?.quote).toContain('Associated British Foods')
  })

  it('takes a request with its history and limits', async () => {
    const request: AskRequest = {
      question: '那是哪一年?',
      history: [{ role: 'user', content: QUESTION }],
      maxCitations: 1,
    }
    const answer = await askRunnable(ask).invoke(request)
    expect(answer).toEqual(await ask(request))
    expect(answer.citations.length).toBeLessThanOrEqual(1)
  })

  it('answers in a batch', async () => {
    const questions = [QUESTION, '第一座燈塔是誰建造的?', { question: '铁路什么时候开通?' }]
    const answers = await askRunnable(ask).batch(questions)
    expect(answers.map(({ language }) => language)).toEqual(['en', 'zh-Hant', 'zh-Hans'])
  })

  it('pipes before a chat model', async () => {
    const model = new FakeStreamingChatModel({ responses: [new AIMessage('put kindly')] })
    const chain = RunnableSequence.from([
      askRunnable(ask),
      ({ answer }: Answer) => `Put this kindly: ${answer}`,
      model,
      ({ content }: AIMessage) => content,
    ])
    expect(await chain.invoke(QUESTION)).toBe('put kindly')
  })

  it('streams its answer as one piece', async () => {
    const pieces: Answer[] = []
    for await (const piece of await askRunnable(ask).stream(QUESTION)) pieces.push(piece)
    expect(pieces).toEqual([await ask({ question: QUESTION })])
  })

  it('refuses an unusable question with the same error', async () => {
    await expect(askRunnable(ask).invoke('  ')).rejects.toThrow(InvalidRequestError)
  })

  it('ends the asking when the signal is aborted', async () => {
    const controller = new AbortController()
    const reason = new Error('changed my mind')
    let ended: unknown
    const waiting: Ask = (_request, { signal } = {}) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          ended = signal.reason
          reject(signal.reason)
        })
        queueMicrotask(() => controller.abort(reason))
      })
    const asking = askRunnable(waiting).invoke(QUESTION, { signal: controller.signal })
    await expect(asking).rejects.toBe(reason)
    expect(ended).toBe(reason)
  })

  it('does not begin after the signal was aborted', async () => {
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(askRunnable(ask).invoke(QUESTION, { signal })).rejects.toThrow('too late')
  })

  it('tells the callbacks of the config what was asked and answered', async () => {
    const events: unknown[] = []
    const callbacks = BaseCallbackHandler.fromMethods({
      handleChainStart: (_chain, input) => void events.push(input),
      handleChainEnd: (output) => void events.push((output as Partial<Answer>).answered),
    })
    await askRunnable(ask).invoke(QUESTION, { callbacks: [callbacks] })
    expect(events).toEqual([{ input: QUESTION }, true])
  })
})
