import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../../src/domain/answer.ts'
import type { AskOptions } from '../../../src/domain/ask.ts'
import type { IndexSnapshot } from '../../../src/domain/index-snapshot.ts'
import { InvalidRequestError } from '../../../src/errors.ts'
import { createApp } from '../../../src/http/create-app.ts'
import { serve } from '../../../src/http/serve.ts'
import { eventsOf, textOf } from '../../support/event-stream.ts'
import { fakeAsk, fakeSnapshot } from '../../support/fake-snapshot.ts'

const QUESTION = 'Lambda 什麼時候發布的?'
const EVENT_STREAM = { Accept: 'text/event-stream' }

function post(body: unknown, headers: Record<string, string> = EVENT_STREAM): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
}

function appOf(ask: IndexSnapshot['ask'] = fakeAsk) {
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  return { app: createApp({ current: () => fakeSnapshot({ ask }), log }), log }
}

/** Sends these texts, then returns an answer that says `whole`. */
function streaming(texts: readonly string[], whole: string): IndexSnapshot['ask'] {
  return async (request, options) => {
    for (const text of texts) options?.onPart?.({ type: 'token', text })
    return { ...(await fakeAsk(request)), answer: whole }
  }
}

async function eventsFrom(ask: IndexSnapshot['ask'], body: unknown = { question: QUESTION }) {
  const response = await appOf(ask).app.request('/ask', post(body))
  return eventsOf(await response.text())
}

describe('POST /ask with Accept: text/event-stream', () => {
  it('streams citations, tokens and the whole answer', async () => {
    const ask: IndexSnapshot['ask'] = async (request, options) => {
      const answer = await fakeAsk(request)
      options?.onPart?.({ type: 'citations', citations: answer.citations })
      for (const text of answer.answer) options?.onPart?.({ type: 'token', text })
      return answer
    }
    const response = await appOf(ask).app.request('/ask', post({ question: QUESTION }))
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/event-stream/)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Vary')).toContain('Accept')
    expect(response.headers.get('Footnote-Generation')).toBe('generation-1')
    const events = eventsOf(await response.text())
    const answer = await fakeAsk({ question: QUESTION })
    expect(events[0]).toEqual({ event: 'citations', data: { citations: answer.citations } })
    expect(events.at(-1)).toEqual({ event: 'done', data: { ...answer, generation: 'generation-1' } })
    expect(events.slice(1, -1).every(({ event }) => event === 'token')).toBe(true)
    expect(textOf(events)).toBe(answer.answer)
  })

  it.each([
    ['nothing', []],
    ['its beginning', ['A ship', ' carries']],
    ['all of it', ['A ship carries\n\ncontainers.']],
  ])('sends what is missing when the answerer has streamed %s', async (_name, texts) => {
    const events = await eventsFrom(streaming(texts, 'A ship carries\n\ncontainers.'))
    expect(textOf(events)).toBe('A ship carries\n\ncontainers.')
    expect(events.at(-1)).toMatchObject({ event: 'done', data: { answer: 'A ship carries\n\ncontainers.' } })
  })

  it('ends with an error when another text was streamed than is answered', async () => {
    const events = await eventsFrom(streaming(['A boat'], 'A ship'))
    expect(events.at(-1)).toMatchObject({
      event: 'error',
      data: { type: 'urn:footnote:problem:internal-error' },
    })
  })

  it('tells a problem of a stream that has begun as an event, without details', async () => {
    const { app, log } = appOf(async () => {
      throw new Error('secret path /srv/index')
    })
    const response = await app.request('/ask', post({ question: QUESTION }))
    expect(response.status).toBe(200)
    const [event] = eventsOf(await response.text())
    expect(event).toMatchObject({
      event: 'error',
      data: { type: 'urn:footnote:problem:internal-error', status: 500, requestId: expect.any(String) },
    })
    expect(JSON.stringify(event)).not.toContain('secret')
    expect(log.error).toHaveBeenCalledOnce()
  })

  it('tells what was wrong with the question', async () => {
    const [event] = await eventsFrom(async () => {
      throw new InvalidRequestError('answer', 'Ask something shorter')
    })
    expect(event).toMatchObject({ event: 'error', data: { status: 400, detail: 'Ask something shorter' } })
  })

  it('refuses an unusable request before any stream begins', async () => {
    const response = await appOf().app.request('/ask', post({ question: '' }))
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  })

  it.each([
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['text/event-stream, application/json;q=0.5', 'text/event-stream'],
  ])('Accept: %s gets %s', async (accept, type) => {
    const response = await appOf().app.request('/ask', post({ question: QUESTION }, { Accept: accept }))
    expect(response.headers.get('Content-Type')).toContain(type)
    await response.text()
  })

  it('GET streams to an EventSource', async () => {
    const { app } = appOf()
    const response = await app.request(`/ask?q=${encodeURIComponent(QUESTION)}`, { headers: EVENT_STREAM })
    expect(eventsOf(await response.text()).at(-1)?.event).toBe('done')
  })

  it('logs the answer when it has been streamed, and never the words', async () => {
    const { app, log } = appOf()
    await (await app.request('/ask', post({ question: QUESTION }))).text()
    const streamed = log.info.mock.calls.find(([, message]) => message === 'Answer streamed')
    expect(streamed?.[0]).toMatchObject({ answered: true, generation: 'generation-1' })
    expect(JSON.stringify(log.info.mock.calls)).not.toMatch(/什麼|2014/)
  })
})

describe('a stream over a real socket', () => {
  /** An answer that waits until it is let go, and says when it was aborted. */
  function waitingAsk() {
    const events = new EventTarget()
    const ask = async (request: { question: string }, { signal, onPart }: AskOptions = {}) => {
      onPart?.({ type: 'token', text: '2014' })
      signal?.addEventListener('abort', () => events.dispatchEvent(new Event('aborted')))
      await once(events, 'go')
      return { ...(await fakeAsk(request)), answer: '2014 or so' } satisfies Answer
    }
    return { ask, events }
  }

  it('sends each token at once, and aborts the answer when the client leaves', async () => {
    const { ask, events } = waitingAsk()
    const aborted = once(events, 'aborted')
    const { app, log } = appOf(ask)
    const server = await serve(app.fetch, { host: '127.0.0.1', port: 0 })
    const client = new AbortController()
    const response = await fetch(`${server.origin}/ask`, {
      ...post({ question: QUESTION }),
      signal: client.signal,
    })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toBe('event: token\ndata: {"text":"2014"}\n\n')
    client.abort()
    await aborted
    events.dispatchEvent(new Event('go'))
    await server.close(1000)
    expect(log.error).not.toHaveBeenCalled()
  })

  it('beats while nothing else moves', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const { ask, events } = waitingAsk()
      const response = await appOf(ask).app.request('/ask', post({ question: QUESTION }))
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
      expect((await reader?.read())?.value).toContain('event: token')
      vi.advanceTimersByTime(15_000)
      expect((await reader?.read())?.value).toBe(': still answering\n\n')
      events.dispatchEvent(new Event('go'))
      expect((await reader?.read())?.value).toContain(' or so')
      expect((await reader?.read())?.value).toContain('event: done')
      expect((await reader?.read())?.done).toBe(true)
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})
