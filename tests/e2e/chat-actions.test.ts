import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AskRequest } from '../../src/domain/question.ts'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { chromiumPath, launchBrowser } from '../support/browser/browser.ts'
import { ask, openWatched } from '../support/browser/page-in-browser.ts'
import { chatSnapshot, Gate } from '../support/chat/chat-snapshot.ts'
import { LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

const QUESTION = 'Lambda 什麼時候發布的?'

describe.skipIf(chromiumPath === undefined)('what one can do with an answer', () => {
  const feedback: unknown[] = []
  const requests: AskRequest[] = []
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const snapshot = chatSnapshot(new Gate(), requests)
    const app = createApp({ current: () => snapshot })
    const withFeedback = new Hono()
      .post('/feedback', async (c) => {
        feedback.push(await c.req.json())
        return c.body(null, 204)
      })
      .all('*', (c) => app.fetch(c.req.raw))
    server = await serve(withFeedback.fetch, { host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
  })

  beforeEach(() => {
    feedback.length = 0
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close(1000)
  })

  function clipboard(page: Page): Promise<string> {
    return page.evaluate(() => navigator.clipboard.readText())
  }

  it('copies it with its sources', async () => {
    const { page, close } = await openWatched(browser, server.origin)
    await ask(page, QUESTION)
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByText('Copied').first().waitFor()
    expect(await clipboard(page)).toMatch(
      new RegExp(
        `^${LAMBDA_SENTENCE}\\[1\\]\\n\\n\\[1\\] \\[.*\\]\\(${server.origin}/articles/cloud\\?mark=.*\\): “${LAMBDA_SENTENCE}”$`,
      ),
    )
    expect(await page.getByRole('status').textContent()).toBe('Copied')
    await close()
  })

  it('shares a link that asks again, of the same articles', async () => {
    const { page, close } = await openWatched(browser, server.origin)
    await page.getByRole('combobox').selectOption('cloud')
    await ask(page, QUESTION)
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByText('Link copied').first().waitFor()
    const link = await clipboard(page)
    const other = await openWatched(browser, link)
    expect(await other.page.locator('.text').textContent()).toBe(`${LAMBDA_SENTENCE}1`)
    expect(await other.page.getByRole('combobox').inputValue()).toBe('cloud')
    // What the server answered can be used like any other answer, and followed up.
    await other.page.getByRole('button', { name: 'Copy' }).waitFor()
    await ask(other.page, 'And the ship?')
    expect(await other.page.locator('.turn').count()).toBe(2)
    expect(other.page.url()).toBe(`${server.origin}/`)
    await other.close()
    await close()
  })

  it('shares a follow-up with what was asked before it', async () => {
    const { page, close } = await openWatched(browser, server.origin)
    await ask(page, QUESTION)
    await ask(page, 'And the ship?')
    await ask(page, 'And then?')
    await page.locator('.turn').nth(1).getByRole('button', { name: 'Share' }).click()
    await page.getByText('Link copied').first().waitFor()
    const query = new URL(await clipboard(page)).searchParams
    expect([query.get('q'), query.getAll('before')]).toEqual(['And the ship?', [QUESTION]])
    requests.length = 0
    const other = await openWatched(browser, await clipboard(page))
    await other.page.getByRole('button', { name: 'Copy' }).waitFor()
    expect(requests).toMatchObject([
      { question: 'And the ship?', history: [{ role: 'user', content: QUESTION }], inlineMarkup: true },
    ])
    await other.close()
    await close()
  })

  it('tells the service what was good, and what was wrong with the rest', async () => {
    const { page, close } = await openWatched(browser, server.origin)
    await ask(page, QUESTION)
    await page.getByRole('button', { name: 'Helpful', exact: true }).click()
    await page.getByText('Thank you.').first().waitFor()
    await page.getByRole('button', { name: 'Not helpful' }).click()
    expect(await page.getByRole('button', { name: 'Not helpful' }).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: 'The source does not say this' }).click()
    await expect.poll(() => feedback.length).toBe(3)
    const about = {
      answerId: expect.stringMatching(/^[\da-f-]{36}$/),
      question: QUESTION,
      answer: `${LAMBDA_SENTENCE}[1]`,
      paragraphs: ['cloud#aa11'],
    }
    expect(feedback).toEqual([
      { ...about, vote: 'up' },
      { ...about, vote: 'down' },
      { ...about, vote: 'down', reason: 'wrong-source' },
    ])
    await close()
  })

  it('says so where a service takes no feedback', async () => {
    const { page, close } = await openWatched(browser, server.origin, { expectedErrors: /404/ })
    await page.route('**/feedback', (route) => route.fulfill({ status: 404, body: '' }))
    await ask(page, QUESTION)
    await page.getByRole('button', { name: 'Helpful', exact: true }).click()
    await page.getByText('This could not be sent.').first().waitFor()
    await close()
  })

  it('has the conversation again after a reload, and in another language', async () => {
    const { page, close } = await openWatched(browser, server.origin)
    await ask(page, QUESTION)
    await ask(page, 'And the ship?')
    await page.reload()
    expect(await page.locator('.asked').allTextContents()).toEqual([QUESTION, 'And the ship?'])
    await page.getByRole('link', { name: '简' }).click()
    await page.getByRole('button', { name: '复制' }).first().waitFor()
    expect(await page.locator('.asked').allTextContents()).toEqual([QUESTION, 'And the ship?'])
    await page.getByRole('link', { name: '新对话' }).click()
    await page.reload()
    expect(await page.locator('.turn').count()).toBe(0)
    await close()
  })

  it('has it again after reading the article on its own page', async () => {
    const { page, close } = await openWatched(browser, server.origin)
    await ask(page, QUESTION)
    await page.goto(`${server.origin}/articles/cloud`)
    await page.goBack()
    await page.getByRole('button', { name: 'Copy' }).waitFor()
    expect(await page.locator('.asked').textContent()).toBe(QUESTION)
    await close()
  })
})
