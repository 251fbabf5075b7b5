import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citationUrl } from '../../src/answer/citation-url.ts'
import { composeQuotes } from '../../src/answer/markdown/compose-answer.ts'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { AskRequest } from '../../src/domain/question.ts'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { chromiumPath, launchBrowser } from '../support/browser/browser.ts'
import { ask, openWatched } from '../support/browser/page-in-browser.ts'
import { fakeSnapshot } from '../support/fake-snapshot.ts'

const SCRIPT = '<script>alert(1)</script>'
const IMAGE = '<img src=x onerror=alert(1)>'
const HOSTILE = `${SCRIPT}${IMAGE}"><svg onload=alert(1)> [a](javascript:alert(1)) </script></textarea></style> {{1}} \${1}`

/** An article whose every part is an attack. */
const article = parseArticle({
  path: `${IMAGE}'"&.md`,
  text: [
    '---',
    `title: '${HOSTILE.replaceAll("'", "''")}'`,
    `author: '${SCRIPT}'`,
    'lang: "\\" onmouseover=alert(1) x=\\""',
    '---',
    '',
    `## ${IMAGE} heading`,
    '',
    HOSTILE.replaceAll('<', '\\<'),
    '',
    '## Code',
    '',
    `\`\`\`"><script>alert(1)</script>\n${HOSTILE}\n\`\`\``,
    '',
    '## Table',
    '',
    '| a | b |\n|---|---|',
    `| \`${IMAGE}\` | \`${SCRIPT}\` |`,
  ].join('\n'),
})

/** Cites every paragraph of the article. */
async function answerAll({ question }: AskRequest): Promise<Answer> {
  const quotes = article.paragraphs.map((paragraph) => ({ paragraph, start: 0, end: paragraph.text.length }))
  return {
    kind: 'answer',
    answered: true,
    answer: composeQuotes(quotes),
    citations: quotes.map(({ paragraph, start, end }, index) => ({
      marker: index + 1,
      id: paragraph.id,
      article: article.id,
      title: article.title,
      section: paragraph.section,
      paragraph: paragraph.position,
      kind: paragraph.kind,
      language: 'en',
      quote: paragraph.text,
      text: paragraph.text,
      textStart: 0,
      start,
      end,
      url: citationUrl(paragraph, { start, end }),
      score: 0.5,
    })),
    confidence: 0.9,
    language: 'en',
    answerLanguage: 'en',
    answerer: 'extractive',
    related: [],
    suggestions: [question, HOSTILE],
  }
}

describe.skipIf(chromiumPath === undefined)('markup in questions, titles, file names and articles', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const { paragraphs } = article
    const library = {
      articleCount: 2,
      paragraphCount: paragraphs.length,
      article: (id: string) => (id === article.id ? article : undefined),
      paragraphRows: () => ({ start: 0, end: paragraphs.length }),
      articleAt: () => article,
      paragraphAt: (row: number) => paragraphs[row] ?? paragraphs[0],
    }
    const suggestions = [{ question: HOSTILE, language: 'en', paragraphId: paragraphs[0]?.id ?? '' } as const]
    const snapshot = fakeSnapshot({ ask: answerAll, library: library as never, suggestions })
    server = await serve(createApp({ current: () => snapshot }).fetch, { host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close(1000)
  })

  it('is shown as text by the script, in the conversation, its cards and the panel', async () => {
    expect(article.paragraphs).toHaveLength(3)
    const { page, close } = await openWatched(browser, server.origin, {
      viewport: { width: 1440, height: 900 },
    })
    await ask(page, HOSTILE)
    expect(await page.locator('.asked').textContent()).toBe(HOSTILE)
    expect(await page.locator('.text pre').textContent()).toBe(HOSTILE)
    await page.locator('.marker').first().hover()
    await page.locator('.card mark').waitFor()
    await page.locator('.marker').first().click()
    await page.locator('.panel mark').first().waitFor()
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.reload()
    await page.getByRole('button', { name: 'Copy' }).waitFor()
    expect(await page.locator('main img, main script, aside img, aside script').count()).toBe(0)
    await close()
  })

  it.each([
    '/',
    `/?q=${encodeURIComponent(HOSTILE)}`,
    `/?about=${encodeURIComponent(HOSTILE)}&articles=${encodeURIComponent(article.id)}`,
    '/articles',
    `/articles/${encodeURIComponent(article.id)}`,
    `/articles/${encodeURIComponent(HOSTILE)}`,
  ])('is text in the page that the server sends: %s', async (path) => {
    const { page, close } = await openWatched(browser, server.origin + path, { expectedErrors: /404/ })
    await page.locator('#content').waitFor()
    expect(
      await page.locator('img, svg[onload], script:not([src]):not([type="application/json"])').count(),
    ).toBe(0)
    const attributes = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
    )
    expect(attributes).toEqual([])
    const links = await page.evaluate(() => [...document.links].map(({ protocol }) => protocol))
    expect(new Set(links)).toEqual(new Set(['http:']))
    await close()
  })
})
