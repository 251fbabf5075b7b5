import { describe, expect, it } from 'vitest'
import type { AskRequest } from '../../src/domain/question.ts'
import { createApp } from '../../src/http/create-app.ts'
import type { ChatPageData } from '../../src/views/page-data.ts'
import { fakeAsk, fakeSnapshot, LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

/** The page, and the requests that reached the answerer. */
async function open(path: string, headers: Record<string, string> = { 'Accept-Language': 'en' }) {
  const requests: AskRequest[] = []
  const snapshot = fakeSnapshot({
    ask: (request) => {
      requests.push(request)
      return fakeAsk(request)
    },
  })
  const response = await createApp({ current: () => snapshot }).request(path, { headers })
  return { response, requests, page: await response.text() }
}

function dataOf(page: string): ChatPageData {
  const [, json = ''] = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(page) ?? []
  return JSON.parse(json)
}

describe('GET /', () => {
  it('is a form to ask with, questions to begin with and the articles', async () => {
    const { page, requests, response } = await open('/')
    expect(response.status).toBe(200)
    expect(page).toMatch(/<form class="composer" action="\/" method="get">.*<textarea id="q" name="q"/s)
    expect(page).toContain(`href="/?q=What&#39;s%20a%20container%20ship%3F"`)
    expect(page).toContain('href="/articles/cloud"')
    expect(page).toContain('<option value="notes/ships" lang="en">Ships</option>')
    expect(requests).toEqual([])
    expect(dataOf(page).turn).toBeUndefined()
  })

  it.each([
    ['zh-TW', 'zh-Hant', '問問這些文章', '想知道什麼'],
    ['zh-CN', 'zh-Hans', '问问这些文章', '想知道什么'],
    ['en', 'en', 'Ask the articles.', 'What would you like to know?'],
  ])('speaks to a reader of %s', async (accept, language, title, placeholder) => {
    const { page, response } = await open('/', { 'Accept-Language': accept })
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain(`<h2>${title}</h2>`)
    expect(page).toContain(`placeholder="${placeholder}`)
    expect(page).toMatch(new RegExp(`hreflang="${language}"[^>]*aria-current="true"`))
    expect(response.headers.get('Vary')).toContain('Accept-Language')
  })

  it('is kept by a browser and checked each time', async () => {
    const { response } = await open('/')
    const again = await open('/', {
      'Accept-Language': 'en',
      'If-None-Match': response.headers.get('ETag') ?? '',
    })
    expect(again.response.status).toBe(304)
  })

  it('chooses an article and begins a question about a passage', async () => {
    const { page } = await open('/?articles=notes/ships&about=A+%3Cb%3E+ship')
    expect(page).toContain('<option value="notes/ships" lang="en" selected="">')
    expect(page).toContain('>About “A &lt;b&gt; ship”: </textarea>')
    expect(page).toContain(`href="/?articles=notes/ships&amp;about=A+%3Cb%3E+ship&amp;lang=zh-Hant"`)
  })

  it('lets one choose only where there is a choice', async () => {
    const [cloud] = [fakeSnapshot().library.articleAt(0)]
    const library = { ...fakeSnapshot().library, articleCount: 1, articleAt: () => cloud }
    const app = createApp({ current: () => fakeSnapshot({ library }) })
    const page = await (await app.request('/')).text()
    expect(page).toContain('Ask the article.')
    expect(page).not.toContain('<select')
  })
})

describe('GET /?q=…', () => {
  it('answers without a script, with the exact words of every source', async () => {
    const { page, response, requests } = await open(
      `/?q=${encodeURIComponent(' Lambda? ')}&articles=cloud&articles=`,
    )
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(requests).toEqual([
      { question: 'Lambda?', articles: ['cloud'], readerLanguage: 'en', inlineMarkup: true },
    ])
    expect(page).toContain('<meta name="robots" content="noindex"/>')
    expect(page).toMatch(/<h2 class="asked" lang="zh-Hant">Lambda\?<\/h2>/)
    expect(page).toContain(`<p>${LAMBDA_SENTENCE}<a class="marker"`)
    expect(page).toContain(`<mark>${LAMBDA_SENTENCE}</mark>`)
  })

  it('hands its answer to the script', async () => {
    const { page, response } = await open('/?q=Lambda')
    expect(dataOf(page).turn).toEqual({
      question: 'Lambda',
      articles: [],
      answer: { ...(await fakeAsk({ question: 'Lambda' })), requestId: response.headers.get('X-Request-Id') },
    })
  })

  it('says so when the articles do not', async () => {
    const { page } = await open('/?q=weather')
    expect(page).toContain('<div class="answer declined">')
    expect(page).toContain('文章沒有提到。')
  })

  it('lets nothing in a question become markup', async () => {
    const question = '</script><script>alert(1)</script><img src=x onerror=alert(1)>'
    const { page } = await open(`/?q=${encodeURIComponent(question)}`)
    expect(page).not.toMatch(/<script>|<img/)
    expect(dataOf(page).turn?.question).toBe(question)
  })

  it('tells what is wrong with a question on the page', async () => {
    const { page, response, requests } = await open(`/?q=${'a'.repeat(1001)}`)
    expect(response.status).toBe(400)
    expect(page).toContain('<p class="failure">q has 1001 characters; at most 1000 are allowed.</p>')
    expect(requests).toEqual([])
  })

  it.each(['/?q=', '/?q=%20%0A', '/?q=&articles='])('asks nothing at %s', async (path) => {
    const { page, requests } = await open(path)
    expect(requests).toEqual([])
    expect(page).toContain('class="empty"')
  })

  it('is limited like any other question, and the page itself is not', async () => {
    const limits = { remoteAddress: () => '192.0.2.1', requestsPerMinute: 1 }
    const app = createApp({ current: () => fakeSnapshot(), limits })
    const statuses = []
    for (const path of ['/?q=Lambda', '/?q=Lambda', '/', '/?q='])
      statuses.push((await app.request(path)).status)
    expect(statuses).toEqual([200, 429, 200, 200])
  })
})
