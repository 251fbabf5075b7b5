import { describe, expect, it, vi } from 'vitest'
import type { SearchRequest } from '../../../src/domain/search.ts'
import { createApp } from '../../../src/http/create-app.ts'
import { searchResponse } from '../../../src/protocol/paragraph-schemas.ts'
import { fakeSearch, fakeSnapshot } from '../../support/fake-snapshot.ts'
import { problemOf } from '../../support/problem-of.ts'

describe('GET /search', () => {
  const requests: SearchRequest[] = []
  const snapshot = fakeSnapshot({
    search: (request) => {
      requests.push(request)
      return fakeSearch(request)
    },
  })
  const app = createApp({ current: () => snapshot })

  it('lists paragraphs with scores and highlights, and names its snapshot', async () => {
    const response = await app.request('/search?q=Docker')
    expect(response.status).toBe(200)
    expect(response.headers.get('Footnote-Generation')).toBe('generation-1')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const body = await response.json()
    expect(searchResponse.parse(body)).toEqual(body)
    expect(body).toMatchObject({ query: 'Docker', generation: 'generation-1' })
    const { results } = searchResponse.parse(body)
    expect(results.map(({ id }) => id)).toEqual(['cloud#bb22', 'cloud#cc33'])
    for (const { text, highlights } of results)
      expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual(['Docker'])
  })

  it('passes on the limit, and articles one after the other', async () => {
    await app.request('/search?q=%20Docker%20&limit=2&articles=cloud&articles=notes/ships')
    expect(requests.at(-1)).toEqual({ query: 'Docker', limit: 2, articles: ['cloud', 'notes/ships'] })
  })

  it('is 200 where nothing is found', async () => {
    const response = await app.request('/search?q=nothing')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ results: [] })
  })

  it.each([
    ['/search', 'q', 'missing'],
    ['/search?q=%20', 'q', 'say what to search for'],
    [`/search?q=${'a'.repeat(1001)}`, 'q', 'at most 1000'],
    ['/search?q=a&limit=0', 'limit', 'from 1 to 16'],
    ['/search?q=a&limit=17', 'limit', 'from 1 to 16'],
    ['/search?q=a&limit=', 'limit', 'whole number'],
    ['/search?q=a&limit=1e400', 'limit', 'whole number'],
    ['/search?q=a&articles=a%00', 'articles', 'NUL'],
  ])('%.40s is 400 and names the parameter', async (path, parameter, words) => {
    const response = await app.request(path)
    expect(response.status).toBe(400)
    const { detail, errors } = await problemOf(response)
    expect(errors).toMatchObject([{ parameter }])
    expect(detail).toContain(words)
  })

  it('logs the query at debug alone', async () => {
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
    await createApp({ current: () => fakeSnapshot(), log }).request('/search?q=Docker')
    expect(JSON.stringify(log.debug.mock.calls)).toContain('Docker')
    expect(log.info.mock.calls[0]?.[0]).toMatchObject({ path: '/search', results: 2 })
    expect(JSON.stringify(log.info.mock.calls)).not.toContain('Docker')
  })
})
