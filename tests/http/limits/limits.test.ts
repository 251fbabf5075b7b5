import { describe, expect, it, vi } from 'vitest'
import { createApp } from '../../../src/http/create-app.ts'
import { Admission } from '../../../src/http/limits/admission.ts'
import { parseApiKeys } from '../../../src/http/limits/api-keys.ts'
import type { Limits } from '../../../src/http/limits/limits.ts'
import { commonInterfaces } from '../../../src/interfaces.ts'
import { silentLog } from '../../../src/log.ts'
import { feedbackToLog } from '../../../src/question-log/feedback.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'
import { DocumentedAnswers, type OpenApiDocument } from '../../support/openapi.ts'
import { problemOf } from '../../support/problem-of.ts'

const KEY = 'correct-horse-battery'
const OTHER_KEY = 'staple-battery-horse'

function appWith(limits: Partial<Limits> = {}) {
  return createApp({
    current: () => fakeSnapshot(),
    interfaces: commonInterfaces({ log: silentLog, feedback: feedbackToLog(silentLog) }),
    limits: { remoteAddress: (c) => c.req.header('Test-Remote-Address'), ...limits },
  })
}

const from = (address: string, headers: Record<string, string> = {}) => ({
  headers: { 'Test-Remote-Address': address, ...headers },
})
const withKey = (key: string) => ({ headers: { Authorization: `Bearer ${key}` } })

describe('a limit on requests', () => {
  it('counts those of each client, says how many are left, and refuses what is too much', async () => {
    const app = appWith({ requestsPerMinute: 2 })
    const first = await app.request('/ask?q=a', from('192.0.2.1'))
    expect(first.headers.get('RateLimit-Policy')).toBe('2;w=60')
    expect(first.headers.get('RateLimit')).toMatch(/^limit=2, remaining=1, reset=\d+$/)
    expect((await app.request('/search?q=a', from('192.0.2.1'))).status).toBe(200)
    const refused = await app.request('/ask?q=a', from('192.0.2.1'))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await problemOf(refused)).type).toBe('urn:footnote:problem:too-many-requests')
    expect((await app.request('/ask?q=a', from('192.0.2.2'))).status).toBe(200)
  })

  it('begins anew after a minute', async () => {
    vi.useFakeTimers()
    try {
      const app = appWith({ requestsPerMinute: 1 })
      expect((await app.request('/ask?q=a', from('192.0.2.1'))).status).toBe(200)
      expect((await app.request('/ask?q=a', from('192.0.2.1'))).status).toBe(429)
      vi.advanceTimersByTime(60_000)
      expect((await app.request('/ask?q=a', from('192.0.2.1'))).status).toBe(200)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is for questions and searches alone', async () => {
    const app = appWith({ requestsPerMinute: 1 })
    for (const path of ['/healthz', '/readyz', '/', '/articles', '/openapi.json', '/v1/models', '/nothing']) {
      for (let time = 0; time < 3; time++)
        expect((await app.request(path, from('192.0.2.1'))).status).not.toBe(429)
    }
  })

  it('counts clients behind a proxy apart, and believes only the proxy', async () => {
    const app = appWith({ requestsPerMinute: 1, proxies: 1 })
    const through = (forwarded: string) =>
      app.request('/ask?q=a', from('10.0.0.1', { 'X-Forwarded-For': forwarded }))
    expect((await through('203.0.113.1')).status).toBe(200)
    expect((await through('203.0.113.2')).status).toBe(200)
    expect((await through('198.51.100.7, 203.0.113.1')).status).toBe(429)
    const direct = appWith({ requestsPerMinute: 1 })
    for (const [forwarded, status] of [
      ['203.0.113.1', 200],
      ['203.0.113.2', 429],
    ] as const) {
      const init = from('10.0.0.1', { 'X-Forwarded-For': forwarded })
      expect((await direct.request('/ask?q=a', init)).status).toBe(status)
    }
  })

  it('answers OpenAI’s clients in their own form', async () => {
    const app = appWith({ requestsPerMinute: 1 })
    const ask = () =>
      app.request('/v1/chat/completions', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Test-Remote-Address': '192.0.2.1' },
        body: '{"model":"footnote","messages":[{"role":"user","content":"Lambda?"}]}',
      })
    expect((await ask()).status).toBe(200)
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ error: { type: 'rate_limit_error' } })
  })

  it('is left to the platform where that counts', async () => {
    const limit = vi.fn(async ({ key }: { key: string }) => ({ success: key !== '192.0.2.1' }))
    const app = appWith({ rateLimitBinding: { limit } })
    expect((await app.request('/ask?q=a', from('192.0.2.2'))).status).toBe(200)
    const refused = await app.request('/ask?q=a', from('192.0.2.1'))
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('60')
  })
})

describe('API keys', () => {
  const apiKeys = parseApiKeys(`website:${KEY}@1,partner:${OTHER_KEY}`) ?? []

  it('are required where there are any, for questions and searches', async () => {
    const app = appWith({ apiKeys })
    for (const path of ['/ask?q=a', '/search?q=a']) {
      const refused = await app.request(path)
      expect(refused.status).toBe(401)
      expect(refused.headers.get('WWW-Authenticate')).toBe('Bearer realm="footnote"')
      expect((await app.request(path, withKey(OTHER_KEY))).status).toBe(200)
    }
    for (const path of ['/healthz', '/articles', '/']) expect((await app.request(path)).status).toBe(200)
  })

  it('have limits of their own', async () => {
    const app = appWith({ apiKeys, requestsPerMinute: 100 })
    expect((await app.request('/ask?q=a', withKey(KEY))).headers.get('RateLimit-Policy')).toBe('1;w=60')
    expect((await app.request('/ask?q=a', withKey(KEY))).status).toBe(429)
    for (let time = 0; time < 3; time++)
      expect((await app.request('/ask?q=a', withKey(OTHER_KEY))).status).toBe(200)
  })

  it('may be left out where others may ask too, but not be wrong', async () => {
    const app = appWith({ apiKeys, requireApiKey: false, requestsPerMinute: 1 })
    expect((await app.request('/ask?q=a')).status).toBe(200)
    expect((await app.request('/ask?q=a')).status).toBe(429)
    const refused = await app.request('/ask?q=a', withKey('not-one-of-the-keys'))
    expect(refused.status).toBe(401)
    expect(refused.headers.get('WWW-Authenticate')).toContain('error="invalid_token"')
    expect(JSON.stringify(await problemOf(refused))).not.toContain('not-one-of')
  })

  it('are not looked at where there are none: clients of OpenAI always send one', async () => {
    expect((await appWith().request('/ask?q=a', withKey('sk-anything'))).status).toBe(200)
  })
})

describe('pages of other sites', () => {
  const origin = 'https://docs.example.org'
  const app = appWith({ origins: [origin] })

  it('may ask where they are allowed', async () => {
    const preflight = await app.request('/ask', {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe(origin)
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('POST')
    const answer = await app.request('/ask?q=a', { headers: { Origin: origin } })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(origin)
    expect(answer.headers.get('Vary')).toContain('Origin')
    expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('RateLimit')
  })

  it('may read why they were refused', async () => {
    const refused = await app.request('/ask', { headers: { Origin: origin } })
    expect(refused.status).toBe(400)
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe(origin)
  })

  it.each([
    ['another site', '/ask?q=a', 'https://evil.example'],
    ['a site of that name elsewhere', '/ask?q=a', 'http://docs.example.org'],
    ['an allowed site, where an index is rebuilt', '/admin/reindex', origin],
  ])('may not: %s', async (_name, path, from) => {
    const response = await app.request(path, { headers: { Origin: from } })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('are none where nobody says so, and OPTIONS still says what a path can do', async () => {
    const init = { method: 'OPTIONS', headers: { Origin: origin } }
    expect((await appWith().request('/ask', init)).headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect((await app.request('/ask', { method: 'OPTIONS' })).headers.get('Allow')).toMatch(
      /^GET,.* OPTIONS$/,
    )
  })
})

describe('a request for another host', () => {
  const app = appWith({ hosts: ['localhost', 'ask.example.org'] })

  it('is refused, as a page that rebinds its name sends it', async () => {
    const refused = await app.request('http://evil.example:8787/ask?q=a')
    expect(refused.status).toBe(421)
    expect((await problemOf(refused)).detail).toContain('"evil.example"')
  })

  it.each([
    'http://localhost:8787/ask?q=a',
    'http://ASK.example.org/ask?q=a',
    'http://10.0.0.7:8787/healthz',
    'http://10.0.0.7:8787/readyz',
  ])('is none: %s', async (url) => {
    expect((await app.request(url)).status).toBe(200)
  })
})

describe('more questions than can be answered', () => {
  it('are refused while others wait, and health checks are answered', async () => {
    const ends: (() => void)[] = []
    const snapshot = fakeSnapshot({
      ask: () => new Promise((_, reject) => ends.push(() => reject(new Error()))),
    })
    const app = createApp({
      current: () => snapshot,
      limits: { remoteAddress: () => undefined, admission: new Admission({ concurrent: 1, waiting: 0 }) },
    })
    const first = app.request('/ask?q=a')
    await expect.poll(() => ends.length).toBe(1)
    const refused = await app.request('/ask?q=a')
    expect(refused.status).toBe(503)
    expect(refused.headers.get('Retry-After')).toBe('2')
    expect((await problemOf(refused)).type).toBe('urn:footnote:problem:overloaded')
    expect((await app.request('/healthz')).status).toBe(200)
    ends[0]?.()
    await first
  })
})

describe('many questions of one client', () => {
  it('take no turn from those of others, nor from one with a key', async () => {
    const ends: (() => void)[] = []
    const snapshot = fakeSnapshot({
      ask: () => new Promise((_, reject) => ends.push(() => reject(new Error()))),
    })
    const key = 'correct-horse-battery'
    const app = createApp({
      current: () => snapshot,
      limits: {
        remoteAddress: (c) => c.req.header('X-Test-Address'),
        apiKeys: parseApiKeys(`website:${key}`) ?? [],
        requireApiKey: false,
        admission: new Admission({ concurrent: 10, waiting: 0, perClient: 1 }),
      },
    })
    const ask = (headers: Record<string, string>) => app.request('/ask?q=a', { headers })
    const asked = [
      ask({ 'X-Test-Address': '192.0.2.1' }),
      ask({ 'X-Test-Address': '192.0.2.2' }),
      ask({ 'X-Test-Address': '192.0.2.1', Authorization: `Bearer ${key}` }),
      ask({ 'X-Test-Address': '192.0.2.1', Authorization: `Bearer ${key}` }),
    ]
    await expect.poll(() => ends.length).toBe(4)
    const refused = await ask({ 'X-Test-Address': '192.0.2.1' })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('2')
    expect((await problemOf(refused)).type).toBe('urn:footnote:problem:too-many-requests')
    for (const end of ends) end()
    await Promise.all(asked)
  })
})

it('describes what limits refuse', async () => {
  const app = appWith({
    requestsPerMinute: 1,
    apiKeys: parseApiKeys(`a:${KEY}@1`) ?? [],
    hosts: ['localhost'],
  })
  const document = (await (await app.request('/openapi.json')).json()) as OpenApiDocument
  const documented = new DocumentedAnswers(document)
  await app.request('/ask?q=a', withKey(KEY))
  for (const [init, status] of [
    [withKey(KEY), 429],
    [{}, 401],
  ] as const) {
    const response = await app.request('/ask?q=a', init)
    expect(response.status).toBe(status)
    await documented.expectDocumented('GET', '/ask', response)
  }
  await documented.expectDocumented('GET', '/ask', await app.request('http://evil.example/ask?q=a'))
})
