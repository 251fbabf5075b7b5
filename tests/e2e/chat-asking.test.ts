import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AskRequest } from '../../src/domain/question.ts'
import { createApp } from '../../src/http/create-app.ts'
import { parseApiKeys } from '../../src/http/limits/api-keys.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { chromiumPath, launchBrowser } from '../support/browser/browser.ts'
import {
  accessibilityFaults,
  ask,
  openWatched,
  type WatchedPage,
} from '../support/browser/page-in-browser.ts'
import { chatSnapshot, Gate } from '../support/chat/chat-snapshot.ts'
import { LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

const QUESTION = 'Lambda 什麼時候發布的?'

describe.skipIf(chromiumPath === undefined)('asking on the page', () => {
  const gate = new Gate()
  const requests: AskRequest[] = []
  let server: RunningServer
  let browser: Browser
  let watched: WatchedPage

  beforeAll(async () => {
    const snapshot = chatSnapshot(gate, requests)
    server = await serve(createApp({ current: () => snapshot }).fetch, { host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
  })

  beforeEach(async () => {
    requests.length = 0
    watched = await openWatched(browser, server.origin, {
      expectedErrors: /status of 500|CONNECTION_REFUSED/,
    })
  })

  afterEach(async () => {
    gate.release()
    await watched.close()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close(1000)
  })

  it('can begin at once: the box has the focus', async () => {
    const { page } = watched
    await page.keyboard.type(QUESTION)
    await page.keyboard.press('Enter')
    const turn = page.locator('.turn')
    await turn.locator('.actions').waitFor()
    expect(await turn.locator('.asked').textContent()).toBe(QUESTION)
    expect(await turn.locator('.text').textContent()).toBe(`${LAMBDA_SENTENCE}1`)
    expect(await page.getByRole('textbox').inputValue()).toBe('')
    expect(await page.getByRole('textbox').evaluate((box) => box === document.activeElement)).toBe(true)
  })

  it('shows the answer while it comes, and says aloud only that it comes and that it is there', async () => {
    const { page } = watched
    gate.close()
    await page.getByRole('textbox').fill(QUESTION)
    await page.keyboard.press('Enter')
    const answer = page.locator('.answer')
    await page.getByText(LAMBDA_SENTENCE.slice(0, 6)).waitFor()
    expect(await answer.getAttribute('aria-busy')).toBe('true')
    expect(await page.getByRole('status').textContent()).toBe('Answering …')
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('off')
    gate.release()
    await answer.locator('.actions').waitFor()
    expect(await answer.getAttribute('aria-busy')).toBeNull()
    expect(await page.getByRole('status').textContent()).toBe('The answer is ready. 1 source')
    expect(await answer.getAttribute('class')).toBe('answer answer')
  })

  it('goes on in the same conversation, and begins anew when told', async () => {
    const { page } = watched
    await ask(page, QUESTION)
    await ask(page, 'And the ship?')
    expect(requests[1]).toMatchObject({
      question: 'And the ship?',
      history: [
        { role: 'user', content: QUESTION },
        { role: 'assistant', content: `${LAMBDA_SENTENCE}[1]` },
      ],
    })
    expect(await page.locator('.turn').count()).toBe(2)
    await page.getByRole('link', { name: 'New' }).click()
    expect(await page.locator('.turn').count()).toBe(0)
    await page.getByText('Ask the articles.').waitFor()
    await ask(page, QUESTION)
    expect(requests[2]?.history).toEqual([])
  })

  it('stops when told, keeps what has come, and asks again', async () => {
    const { page } = watched
    gate.close()
    await page.getByRole('textbox').fill(QUESTION)
    await page.keyboard.press('Enter')
    await page.getByText(LAMBDA_SENTENCE.slice(0, 6)).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped.').first().waitFor()
    await expect.poll(() => gate.aborted).toContain(QUESTION)
    expect(await page.locator('.text').textContent()).toContain(LAMBDA_SENTENCE.slice(0, 6))
    gate.release()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Copy' }).waitFor()
    expect(await page.locator('.turn').count()).toBe(1)
    expect(requests.at(-1)).toMatchObject({ question: QUESTION, history: [] })
  })

  it('stops with Escape as well', async () => {
    const { page } = watched
    gate.close()
    await page.getByRole('textbox').fill(QUESTION)
    await page.keyboard.press('Enter')
    await page.getByText(LAMBDA_SENTENCE.slice(0, 6)).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Try again' }).waitFor()
  })

  it('says what went wrong, and tries again', async () => {
    const { page } = watched
    await page.getByRole('textbox').fill('broken')
    await page.keyboard.press('Enter')
    await page.locator('.failure').waitFor()
    expect(await page.locator('.failure').textContent()).toBe('Something went wrong on our side.')
    expect(await page.getByRole('status').textContent()).toBe('Something went wrong on our side.')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => requests.length).toBe(2)
    await page.locator('.failure').waitFor()
  })

  it('says so when the service is away', async () => {
    const { page } = watched
    await page.route('**/ask', (route) => route.abort('connectionrefused'))
    await page.getByRole('textbox').fill(QUESTION)
    await page.keyboard.press('Enter')
    await page.getByText('The service cannot be reached').first().waitFor()
    await page.unroute('**/ask')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Copy' }).waitFor()
  }, 30_000)

  it('breaks lines with Shift, edits the last question with ↑, and finds its box with Ctrl+K', async () => {
    const { page } = watched
    const box = page.getByRole('textbox')
    await page.keyboard.type('one')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('Lambda')
    expect(await box.inputValue()).toBe('one\nLambda')
    const height = (await box.boundingBox())?.height ?? 0
    await page.keyboard.press('Enter')
    await page.locator('.actions').waitFor()
    expect(requests[0]?.question).toBe('one\nLambda')
    expect((await box.boundingBox())?.height).toBeLessThan(height)
    await page.keyboard.press('ArrowUp')
    expect(await box.inputValue()).toBe('one\nLambda')
    await page.locator('.marker').focus()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('new')
    expect(await box.inputValue()).toBe('new')
  })

  it('leaves Enter to an input method', async () => {
    const { page } = watched
    const box = page.getByRole('textbox')
    await box.fill('Lamb')
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    await box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
    expect(requests).toEqual([])
    expect(await box.inputValue()).toBe('Lamb')
  })

  it('asks what it suggests, at the start and in a reply', async () => {
    const { page } = watched
    await page.getByRole('link', { name: "What's a container ship?" }).click()
    await page.locator('.actions').waitFor()
    await ask(page, 'hello')
    expect(await page.getByRole('button', { name: 'Share' }).count()).toBe(1)
    await page.locator('.turn').last().getByRole('link', { name: QUESTION }).click()
    await expect
      .poll(() => requests.map(({ question }) => question))
      .toEqual(["What's a container ship?", 'hello', QUESTION])
  })

  it('asks one article, or all', async () => {
    const { page } = watched
    await page.getByRole('combobox').selectOption('Ships')
    await ask(page, QUESTION)
    await page.getByRole('combobox').selectOption('All articles')
    await ask(page, QUESTION)
    expect(requests.map(({ articles }) => articles)).toEqual([['notes/ships'], undefined])
  })

  it('asks for a key where the service does, and keeps it for the tab', async () => {
    const snapshot = chatSnapshot(new Gate())
    const apiKeys = parseApiKeys('reader:correct-horse-battery') ?? []
    const limits = { remoteAddress: () => '127.0.0.1', apiKeys }
    const guarded = await serve(createApp({ current: () => snapshot, limits }).fetch, {
      host: '127.0.0.1',
      port: 0,
    })
    const { page, close } = await openWatched(browser, guarded.origin, { expectedErrors: /status of 401/ })
    await page.getByRole('textbox').fill(QUESTION)
    await page.keyboard.press('Enter')
    await page.getByLabel('API key').fill('correct-horse-battery')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Copy' }).waitFor()
    await page.reload()
    await ask(page, 'And the ship?')
    expect(await page.locator('.turn').count()).toBe(2)
    await close()
    await guarded.close(1000)
  })
})
