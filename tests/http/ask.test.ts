import { describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import type { AskRequest } from '../../src/domain/question.ts'
import { createApp } from '../../src/http/create-app.ts'
import { fakeAsk, fakeSnapshot, LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

const QUESTION = 'Lambda 什麼時候發布的?'

function post(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}

/** An app, and the requests that reached its answerer. */
function recordingApp() {
  const requests: AskRequest[] = []
  const snapshot = fakeSnapshot({
    ask: (request) => {
      requests.push(request)
      return fakeAsk(request)
    },
  })
  return { app: createApp({ current: () => snapshot }), requests }
}

describe('POST /ask', () => {
  const { app, requests } = recordingApp()

  it('answers with verified citations and names its snapshot', async () => {
    const response = await app.request('/ask', post({ question: QUESTION }))
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
    expect(response.headers.get('Footnote-Generation')).toBe('generation-1')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const answer = (await response.json()) as Answer
    expect(answer).toEqual({ ...(await fakeAsk({ question: QUESTION })), generation: 'generation-1' })
    const [citation] = answer.citations
    expect(citation?.text.slice(citation.start, citation.end)).toBe(LAMBDA_SENTENCE)
  })

  it('is 200 as well when the corpus does not say', async () => {
    const response = await app.request('/ask', post({ question: '天氣怎麼樣?' }))
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ answered: false, citations: [] })
  })

  it('passes on the history and the number of citations, trims the question, drops unknown fields', async () => {
    const history = [
      { role: 'user', content: 'What is Docker?' },
      { role: 'assistant', content: '' },
    ]
    await app.request('/ask', post({ question: `  ${QUESTION}\n`, history, maxCitations: 2, stream: true }))
    expect(requests.at(-1)).toEqual({ question: QUESTION, history, maxCitations: 2 })
  })

  it('passes on what the asker reads, as the browser or the page says', async () => {
    const { headers, ...request } = post({ question: '你好' })
    await app.request('/ask', {
      ...request,
      headers: { ...headers, 'Accept-Language': 'fr, zh-CN;q=0.8, en;q=0.5' },
    })
    expect(requests.at(-1)).toEqual({ question: '你好', readerLanguage: 'zh-Hans' })
  })

  it('takes null for absent', async () => {
    const absent = { history: null, maxCitations: null, language: null, articles: null }
    await app.request('/ask', post({ question: QUESTION, ...absent }))
    expect(requests.at(-1)).toEqual({ question: QUESTION })
  })

  it('passes on the language and the articles to answer from', async () => {
    const chosen = { language: 'en', articles: ['cloud', 'notes/ships'] }
    await app.request('/ask', post({ question: QUESTION, ...chosen }))
    expect(requests.at(-1)).toEqual({ question: QUESTION, ...chosen })
  })

  it.each([
    ['letters', 'a'.repeat(1000)],
    ['characters of two code units', '😀'.repeat(1000)],
    ['characters within white space', ` ${'雲'.repeat(1000)} `],
  ])('accepts 1000 %s', async (_name, question) => {
    expect((await app.request('/ask', post({ question }))).status).toBe(200)
  })

  it.each([
    'application/json; charset=UTF-8',
    'Application/JSON',
    'application/vnd.example+json',
  ])('accepts the content type %s', async (type) => {
    const init = { ...post({ question: QUESTION }), headers: { 'Content-Type': type } }
    expect((await app.request('/ask', init)).status).toBe(200)
  })

  it('reads a body with a byte order mark', async () => {
    const init = { ...post({}), body: `\uFEFF${JSON.stringify({ question: QUESTION })}` }
    expect((await app.request('/ask', init)).status).toBe(200)
  })

  it('tells the answerer when the client has left', async () => {
    const client = new AbortController()
    const snapshot = fakeSnapshot({
      ask: (_request, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
          client.abort()
        }),
    })
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
    const app = createApp({ current: () => snapshot, log })
    await app.request('/ask', { ...post({ question: QUESTION }), signal: client.signal })
    // No fault of the service: proxies call it 499.
    expect(log.info).toHaveBeenCalledWith(expect.objectContaining({ status: 499 }), 'request')
    expect(log.error).not.toHaveBeenCalled()
  })

  it('answers from the snapshot that was current when the request began', async () => {
    let current = fakeSnapshot()
    const app = createApp({ current: () => current })
    const first = fakeSnapshot({
      id: 'first',
      ask: (request) => {
        current = fakeSnapshot({ id: 'second' })
        return fakeAsk(request)
      },
    })
    current = first
    for (const id of ['first', 'second']) {
      const response = await app.request('/ask', post({ question: QUESTION }))
      expect(response.headers.get('Footnote-Generation')).toBe(id)
      expect(await response.json()).toMatchObject({ generation: id })
    }
  })
})

describe('GET /ask', () => {
  const { app, requests } = recordingApp()

  it('answers like POST', async () => {
    const response = await app.request(`/ask?q=${encodeURIComponent(QUESTION)}`)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual(
      await (await app.request('/ask', post({ question: QUESTION }))).json(),
    )
  })

  it('takes maxCitations', async () => {
    await app.request('/ask?q=Lambda&maxCitations=1')
    expect(requests.at(-1)).toEqual({ question: 'Lambda', maxCitations: 1 })
  })

  it('takes a language, and articles one after the other', async () => {
    await app.request('/ask?q=Lambda&language=zh-Hans&articles=cloud&articles=notes/ships')
    expect(requests.at(-1)).toEqual({
      question: 'Lambda',
      language: 'zh-Hans',
      articles: ['cloud', 'notes/ships'],
    })
  })

  it('answers HEAD without a body', async () => {
    const response = await app.request('/ask?q=Lambda', { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })
})

describe('what is logged', () => {
  it('is never the question, except at debug', async () => {
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
    const app = createApp({ current: () => fakeSnapshot(), log })
    await app.request('/ask', post({ question: QUESTION, history: [{ role: 'user', content: '秘密' }] }))
    await app.request(`/ask?q=${encodeURIComponent(QUESTION)}`)
    expect(JSON.stringify(log.debug.mock.calls)).toContain(QUESTION)
    expect(log.info.mock.calls).toHaveLength(2)
    expect(log.info.mock.calls[0]?.[0]).toMatchObject({
      method: 'POST',
      path: '/ask',
      status: 200,
      answered: true,
      generation: 'generation-1',
    })
    expect(JSON.stringify(log.info.mock.calls)).not.toMatch(/什麼|秘密|2014|%E4/)
  })
})
