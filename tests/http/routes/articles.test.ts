import { describe, expect, it } from 'vitest'
import { createApp } from '../../../src/http/create-app.ts'
import { articleResponse, articlesResponse } from '../../../src/protocol/article-document.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'

const app = createApp({ current: () => fakeSnapshot() })

function get(path: string, accept: string) {
  return app.request(path, { headers: { Accept: accept } })
}

describe('articles as JSON', () => {
  it('lists all of them', async () => {
    const body = await (await get('/articles', 'application/json')).json()
    expect(articlesResponse.parse(body)).toEqual(body)
    expect(body).toEqual({
      articles: [
        {
          id: 'cloud',
          title: '雲 <計算> & 容器',
          author: 'gitmilk',
          date: '2016-03-01',
          language: 'zh-Hant',
          originalUrl: 'https://example.org/cloud?a=1&b=2',
          url: '/articles/cloud',
          paragraphCount: 6,
        },
        expect.objectContaining({ id: 'notes/ships', url: '/articles/notes/ships', paragraphCount: 1 }),
      ],
      generation: 'generation-1',
    })
  })

  it('has all of one', async () => {
    const body = await (await get('/articles/cloud', 'application/json')).json()
    expect(articleResponse.parse(body)).toEqual(body)
    const { sections, paragraphs } = articleResponse.parse(body)
    expect(sections[0]).toEqual({ heading: '1、開始', level: 2, paragraph: 2 })
    expect(paragraphs.map(({ id }) => id)).toEqual(
      ['aa11', 'bb22', 'cc33', 'dd44', 'ee55', 'ff66'].map((hash) => `cloud#${hash}`),
    )
  })

  it.each([
    ['*/*', 'text/html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['application/json;q=0.5, text/html', 'text/html'],
    ['application/json', 'application/json'],
    ['application/json, text/plain, */*', 'application/json'],
    ['text/html;q=0.5, application/json', 'application/json'],
  ])('Accept: %s is answered with %s', async (accept, type) => {
    for (const path of ['/articles', '/articles/cloud']) {
      const response = await get(path, accept)
      expect(response.headers.get('Content-Type')).toContain(type)
      expect(response.headers.get('Vary')).toMatch(/^Accept(,|$)/)
    }
  })

  it('gives the page and the JSON tags of their own', async () => {
    const [page, json] = await Promise.all(
      ['text/html', 'application/json'].map((accept) => get('/articles/cloud', accept)),
    )
    expect(page?.headers.get('ETag')).not.toBe(json?.headers.get('ETag'))
    expect(json?.headers.get('Cache-Control')).toBe('no-cache')
  })

  it('is 404 as a problem', async () => {
    const response = await get('/articles/gone', 'application/json')
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
  })
})
