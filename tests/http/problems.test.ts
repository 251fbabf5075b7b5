import { describe, expect, it, vi } from 'vitest'
import { InvalidRequestError } from '../../src/errors.ts'
import { createApp } from '../../src/http/create-app.ts'
import { fakeSnapshot } from '../support/fake-snapshot.ts'
import { problemOf } from '../support/problem-of.ts'

const app = createApp({ current: () => fakeSnapshot() })

function post(body: BodyInit, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body }
}

describe('an invalid body', () => {
  it.each([
    ['{}', ['#/question'], 'missing'],
    ['{"question": ""}', ['#/question'], 'empty'],
    ['{"question": " \\n\\u200b\\ufeff "}', ['#/question'], 'empty'],
    ['{"question": null}', ['#/question'], 'string'],
    ['{"question": 42}', ['#/question'], 'string'],
    ['{"question": ["a"]}', ['#/question'], 'string'],
    [JSON.stringify({ question: 'a'.repeat(1001) }), ['#/question'], '1001 characters'],
    [JSON.stringify({ question: '😀'.repeat(1001) }), ['#/question'], '1001 characters'],
    ['{"question": "half \\ud83d"}', ['#/question'], 'surrogate'],
    ['{"question": "a\\u0000b"}', ['#/question'], 'NUL'],
    ['{"question": "a", "maxCitations": 0}', ['#/maxCitations'], 'from 1 to 10'],
    ['{"question": "a", "maxCitations": 11}', ['#/maxCitations'], 'from 1 to 10'],
    ['{"question": "a", "maxCitations": 1.5}', ['#/maxCitations'], 'whole number'],
    ['{"question": "a", "maxCitations": "3"}', ['#/maxCitations'], 'whole number'],
    ['{"question": "a", "history": "b"}', ['#/history'], 'list of turns'],
    ['{"question": "a", "history": ["b"]}', ['#/history/0'], 'object'],
    ['{"question": "a", "history": [{"role": "user"}]}', ['#/history/0/content'], 'missing'],
    [
      '{"question": "a", "history": [{"role": "system", "content": "b"}]}',
      ['#/history/0/role'],
      '"user" or "assistant"',
    ],
    ['{"question": "a", "language": "fr"}', ['#/language'], 'one of "zh-Hant", "zh-Hans", "en"'],
    ['{"question": "a", "articles": "cloud"}', ['#/articles'], 'list of article ids'],
    ['{"question": "a", "articles": []}', ['#/articles'], 'leave it out'],
    ['{"question": "a", "articles": [1]}', ['#/articles/0'], 'string'],
    ['{"question": 1, "maxCitations": 0}', ['#/question', '#/maxCitations'], 'string'],
    ['[]', ['#'], 'JSON object'],
    ['"question"', ['#'], 'JSON object'],
    ['null', ['#'], 'JSON object'],
  ])('%.80s is 400 and points at the fault', async (body, pointers, words) => {
    const response = await app.request('/ask', post(body))
    expect(response.status).toBe(400)
    const { type, detail, errors } = await problemOf(response)
    expect(type).toBe('urn:footnote:problem:invalid-request')
    expect(errors?.map(({ pointer }) => pointer)).toEqual(pointers)
    expect(detail).toContain(words)
  })

  it.each([
    ['turns', Array(51).fill({ role: 'user', content: 'a' }), '#/history'],
    ['characters in a turn', [{ role: 'user', content: 'a'.repeat(8001) }], '#/history/0/content'],
  ])('has too many %s', async (_name, history, pointer) => {
    const response = await app.request('/ask', post(JSON.stringify({ question: 'a', history })))
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors?.[0]?.pointer).toBe(pointer)
  })

  it.each([
    ['half a document', '{"question": '],
    ['nothing', ''],
    ['no JSON', 'question=a'],
    ['invalid UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ])('is malformed: %s', async (_name, body) => {
    const response = await app.request('/ask', post(body))
    expect(response.status).toBe(400)
    expect((await problemOf(response)).type).toBe('urn:footnote:problem:malformed-json')
  })

  it('does not reach Object.prototype', async () => {
    const body = '{"question": "a", "__proto__": {"polluted": true}, "constructor": {"prototype": {}}}'
    expect((await app.request('/ask', post(body))).status).toBe(200)
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('an invalid query', () => {
  it.each([
    ['/ask', 'q', 'missing'],
    ['/ask?q=', 'q', 'empty'],
    [`/ask?q=${'a'.repeat(1001)}`, 'q', 'at most 1000'],
    ['/ask?q=a&language=fr', 'language', 'one of'],
    ['/ask?q=a&articles=a%00', 'articles', 'NUL'],
    ['/ask?q=a&maxCitations=', 'maxCitations', 'whole number'],
    ['/ask?q=a&maxCitations=many', 'maxCitations', 'whole number'],
  ])('%.40s is 400 and names the parameter', async (path, parameter, words) => {
    const response = await app.request(path)
    expect(response.status).toBe(400)
    const { detail, errors } = await problemOf(response)
    expect(errors).toMatchObject([{ parameter }])
    expect(detail).toContain(words)
  })
})

describe('a body of another type', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=big5',
    '',
  ])('"%s" is 415', async (type) => {
    const response = await app.request('/ask', post('{"question": "a"}', { 'Content-Type': type }))
    expect(response.status).toBe(415)
    expect(response.headers.get('Accept')).toBe('application/json')
    expect((await problemOf(response)).type).toBe('urn:footnote:problem:unsupported-media-type')
  })
})

describe('a body over 64 KiB', () => {
  const body = JSON.stringify({ question: 'a', padding: 'b'.repeat(64 * 1024) })

  it('is 413 when its length is announced', async () => {
    const response = await app.request('/ask', post(body, { 'Content-Length': String(body.length) }))
    expect(response.status).toBe(413)
    expect((await problemOf(response)).type).toBe('urn:footnote:problem:content-too-large')
  })

  it('is 413 when it comes in pieces, and the rest is not read', async () => {
    let pulled = 0
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1
        controller.enqueue(new TextEncoder().encode('a'.repeat(1024)))
      },
    })
    const init = { ...post(endless), duplex: 'half' }
    expect((await app.request('/ask', init)).status).toBe(413)
    expect(pulled).toBeLessThan(70)
  })

  it('is fine when it is just within', async () => {
    const padding = 'b'.repeat(64 * 1024 - JSON.stringify({ question: 'a', padding: '' }).length)
    expect((await app.request('/ask', post(JSON.stringify({ question: 'a', padding })))).status).toBe(200)
  })
})

describe('a wrong address or method', () => {
  it.each(['/nope', '/ask/more', '/articles/none', '/articles/%ff'])('%s is 404', async (path) => {
    const response = await app.request(path)
    expect(response.status).toBe(404)
    expect((await problemOf(response)).type).toBe('urn:footnote:problem:not-found')
  })

  it.each([
    ['PUT', '/ask', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/articles/cloud', 'GET, HEAD, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
  ])('%s %s is 405', async (method, path, allow) => {
    const response = await app.request(path, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe(allow)
    expect((await problemOf(response)).type).toBe('urn:footnote:problem:method-not-allowed')
  })

  it('OPTIONS is told what there is', async () => {
    const response = await app.request('/ask', { method: 'OPTIONS' })
    expect(response.status).toBe(204)
    expect(response.headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS')
    expect(response.headers.get('Content-Type')).toBeNull()
  })

  it('covers routes that an entry mounts later', async () => {
    const app = createApp({ current: () => fakeSnapshot() })
    app.post('/later', (c) => c.text('here'))
    expect(await (await app.request('/later', { method: 'POST' })).text()).toBe('here')
    expect((await app.request('/later')).headers.get('Allow')).toBe('POST, OPTIONS')
  })
})

describe('before an index is open', () => {
  const app = createApp({ current: () => undefined })

  it.each(['/ask?q=a', '/readyz', '/articles', '/articles/cloud', '/'])('%s is 503', async (path) => {
    const response = await app.request(path)
    expect(response.status).toBe(503)
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await problemOf(response)).type).toBe('urn:footnote:problem:not-ready')
  })

  it('is alive nevertheless', async () => {
    expect((await app.request('/healthz')).status).toBe(200)
  })
})

describe('an error on our side', () => {
  const failing = (error: Error) => {
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
    const snapshot = fakeSnapshot({ ask: () => Promise.reject(error) })
    return { app: createApp({ current: () => snapshot, log }), log }
  }

  it('is 500 with a request id, and the details go to the log alone', async () => {
    const error = new Error('connect /secret/path')
    const { app, log } = failing(error)
    const response = await app.request('/ask?q=a', { headers: { 'X-Request-Id': 'trace-1' } })
    expect(response.status).toBe(500)
    const problem = await problemOf(response)
    expect(problem.detail).toContain('trace-1')
    expect(JSON.stringify(problem)).not.toContain('secret')
    expect(log.error).toHaveBeenCalledWith(
      expect.objectContaining({ err: error, requestId: 'trace-1' }),
      expect.any(String),
    )
  })

  it('is 400 when the answerer says that the request is to blame', async () => {
    const { app } = failing(new InvalidRequestError('answer', 'Ask one question at a time.'))
    const response = await app.request('/ask?q=a')
    expect(response.status).toBe(400)
    expect((await problemOf(response)).detail).toBe('Ask one question at a time.')
  })
})

describe('a problem in a browser', () => {
  it('is a page with the same words, and nothing in it is markup', async () => {
    const response = await app.request('/articles/<script>alert(1)</script>', {
      headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    })
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(response.headers.get('Vary')).toMatch(/^Accept\b/)
    const page = await response.text()
    expect(page).toContain('There is no article')
    expect(page).not.toContain('<script')
  })
})
