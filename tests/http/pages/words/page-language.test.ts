import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { pageLanguage } from '../../../../src/http/pages/words/page-language.ts'

const app = new Hono()
  .get('/', (c) => c.text(pageLanguage(c)))
  .get('/zh', (c) => c.text(pageLanguage(c, 'zh-Hans')))

async function languageOf(headers: Record<string, string>, path = '/'): Promise<string> {
  return await (await app.request(path, { headers })).text()
}

describe('the language of a page', () => {
  it.each([
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr-FR,fr;q=0.9,zh-TW;q=0.5,en;q=0.4', 'zh-Hant'],
    ['en;q=0.3,zh-TW;q=0.7', 'zh-Hant'],
    ['de', 'en'],
    ['*', 'en'],
    [';;;=,', 'en'],
  ])('for Accept-Language: %s is %s', async (accept, language) => {
    expect(await languageOf({ 'Accept-Language': accept })).toBe(language)
  })

  it('is that of the content for a reader who names none that we have', async () => {
    expect(await languageOf({ 'Accept-Language': 'de' }, '/zh')).toBe('zh-Hans')
    expect(await languageOf({ 'Accept-Language': 'en' }, '/zh')).toBe('en')
  })

  it('is what the reader chose, now and afterwards', async () => {
    const response = await app.request('/?lang=zh-Hant', { headers: { 'Accept-Language': 'en' } })
    expect(await response.text()).toBe('zh-Hant')
    const cookie = response.headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(/^language=zh-Hant; .*HttpOnly; SameSite=Lax/)
    expect(await languageOf({ Cookie: cookie.split(';')[0] ?? '', 'Accept-Language': 'en' })).toBe('zh-Hant')
  })

  it('is not changed by a choice that we do not have, and sets nothing then', async () => {
    const response = await app.request('/?lang=tlh', { headers: { 'Accept-Language': 'zh-CN' } })
    expect(await response.text()).toBe('zh-Hans')
    expect(response.headers.get('Set-Cookie')).toBeNull()
    expect(response.headers.get('Vary')).toBe('Accept-Language, Cookie')
  })
})
