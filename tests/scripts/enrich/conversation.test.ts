import { FakeListChatModel } from '@langchain/core/utils/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { conversationWith } from '../../../scripts/enrich/conversation.ts'
import type { Message } from '../../../scripts/enrich/drafting/write-entry.ts'

const QUESTION: readonly Message[] = [
  ['system', 'Be short.'],
  ['human', 'Well?'],
]

/** A model that fails with these errors, one after the other, before it answers. */
class FailingModel extends FakeListChatModel {
  calls = 0
  readonly #errors: readonly Error[]

  constructor(errors: readonly Error[]) {
    super({ responses: ['Yes.'] })
    this.#errors = errors
  }

  override async _generate(...parameters: Parameters<FakeListChatModel['_generate']>) {
    const error = this.#errors[this.calls++]
    if (error) throw error
    return super._generate(...parameters)
  }
}

function refusal(status: number, retryAfter?: string, code?: string): Error {
  const headers = new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter })
  return Object.assign(new Error(`${status} refused`), { status, headers, code })
}

describe('conversationWith', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function ask(model: FakeListChatModel, signal = new AbortController().signal) {
    const reply = conversationWith(model, { signal })(QUESTION)
    reply.catch(() => {}) // Looked at later, when the clock has moved.
    return reply
  }

  it("hands LangChain's model the messages, and returns what it says", async () => {
    const model = new FakeListChatModel({ responses: ['Yes.'] })
    const generate = vi.spyOn(model, '_generate')
    expect(await ask(model)).toBe('Yes.')
    expect(generate.mock.calls[0]?.[0].map((message) => [message.type, message.content])).toEqual(QUESTION)
  })

  it.each([429, 408, 500, 503])('tries again after %i, later each time', async (status) => {
    const model = new FailingModel([refusal(status), refusal(status), refusal(status)])
    const reply = ask(model)
    await vi.advanceTimersByTimeAsync(900)
    expect(model.calls).toBe(1)
    await vi.advanceTimersByTimeAsync(1_200)
    expect(model.calls).toBe(2)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await reply).toBe('Yes.')
    expect(model.calls).toBe(4)
  })

  it('tries again where the connection broke', async () => {
    const model = new FailingModel([new Error('Connection error.')])
    const reply = ask(model)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await reply).toBe('Yes.')
  })

  it.each([429, 503])('waits after %i as long as the server asks for', async (status) => {
    const model = new FailingModel([refusal(status, '90')])
    const reply = ask(model)
    await vi.advanceTimersByTimeAsync(89_000)
    expect(model.calls).toBe(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await reply).toBe('Yes.')
  })

  it.each([
    ['a refused key', refusal(401)],
    ['a request that is too long', refusal(400)],
    ['an account without money', refusal(429, undefined, 'insufficient_quota')],
    ['a server that asks for hours', refusal(429, '7200')],
  ])('does not try again after %s', async (_, error) => {
    const model = new FailingModel([error])
    await expect(ask(model)).rejects.toBe(error)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(model.calls).toBe(1)
  })

  it('gives up in the end, with the last error', async () => {
    const errors = Array.from({ length: 20 }, () => refusal(503))
    const model = new FailingModel(errors)
    const reply = ask(model)
    await vi.advanceTimersByTimeAsync(600_000)
    await expect(reply).rejects.toMatchObject({ status: 503 })
    expect(model.calls).toBe(6)
  })

  it('ends at once when it is stopped, while it waits or before it begins', async () => {
    const stop = new AbortController()
    const model = new FailingModel([refusal(503, '60')])
    const reply = ask(model, stop.signal)
    await vi.advanceTimersByTimeAsync(1_000)
    stop.abort()
    await expect(reply).rejects.toMatchObject({ name: 'AbortError' })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(model.calls).toBe(1)
    await expect(ask(model, stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
    expect(model.calls).toBe(1)
  })
})
