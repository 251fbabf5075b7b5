import { afterEach, describe, expect, it, vi } from 'vitest'
import { AskError } from '../../../src/browser/asking/ask-error.ts'
import { askService } from '../../../src/browser/asking/ask-service.ts'
import type { Citation } from '../../../src/domain/citation.ts'
import type { IndexSnapshot } from '../../../src/domain/index-snapshot.ts'
import { createApp } from '../../../src/http/create-app.ts'
import { fakeAsk, fakeSnapshot } from '../../support/fake-snapshot.ts'

afterEach(() => vi.unstubAllGlobals())

/** Asks an app in this process, and keeps what came on the way. */
async function ask(question: string, ask: IndexSnapshot['ask'] = fakeAsk) {
  const app = createApp({ current: () => fakeSnapshot({ ask }) })
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => app.request(url, init))
  const came = { citations: [] as Citation[], text: '' }
  const answer = await askService(
    { origin: 'http://localhost', language: 'en' },
    { question },
    {
      signal: new AbortController().signal,
      onCitations: (citations) => came.citations.push(...citations),
      onText: (text) => {
        came.text += text
      },
    },
  )
  return { answer, came }
}

function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error) => error,
  )
}

describe('asking the service', () => {
  it('follows the answer and returns it whole', async () => {
    const { answer, came } = await ask('Lambda?', async (request, options) => {
      const answer = await fakeAsk(request)
      options?.onPart?.({ type: 'citations', citations: answer.citations })
      return answer
    })
    expect(answer.citations[0]?.url).toMatch(/^http:\/\/localhost\/articles\/cloud\?mark=/)
    expect(came.text).toBe(answer.answer)
    expect(came.citations).toEqual(answer.citations)
    expect(answer.generation).toBe('generation-1')
  })

  it('says what was wrong with a question', async () => {
    const error = await failure(ask(''))
    expect(error).toBeInstanceOf(AskError)
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining('is empty') })
  })

  it('says what went wrong on the way', async () => {
    const error = await failure(
      ask('Lambda?', async () => {
        throw new Error('broken')
      }),
    )
    expect(error).toMatchObject({ name: 'AskError', status: 500 })
  })

  it('tells a service that is away from one that refuses', async () => {
    vi.stubGlobal('navigator', { onLine: true })
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')))
    const listener = { signal: new AbortController().signal, onCitations: () => {}, onText: () => {} }
    expect(
      await failure(askService({ origin: '', language: 'en' }, { question: 'a' }, listener)),
    ).toMatchObject({
      status: 0,
    })
    vi.stubGlobal('fetch', async () => new Response('event: token\ndata: {"text":"a"}\n\n'))
    expect(
      await failure(askService({ origin: '', language: 'en' }, { question: 'a' }, listener)),
    ).toMatchObject({
      status: 0,
    })
    vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    expect(
      await failure(askService({ origin: '', language: 'en' }, { question: 'a' }, listener)),
    ).toMatchObject({
      status: 502,
      message: '',
    })
  })
})
