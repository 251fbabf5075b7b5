import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { chromiumPath, launchBrowser } from '../support/browser/browser.ts'
import { ask, openWatched, type WatchOptions } from '../support/browser/page-in-browser.ts'
import { chatSnapshot, Gate } from '../support/chat/chat-snapshot.ts'
import { LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

const QUESTION = 'Lambda 什麼時候發布的?'
const WIDE = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

describe.skipIf(chromiumPath === undefined)('the sources of an answer', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const snapshot = chatSnapshot(new Gate())
    server = await serve(createApp({ current: () => snapshot }).fetch, { host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close(1000)
  })

  async function answered(question: string, options: WatchOptions) {
    const watched = await openWatched(browser, server.origin, options)
    await ask(watched.page, question)
    return watched
  }

  function isInView(page: Page, selector: string): Promise<boolean> {
    return page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      })
  }

  it('show their exact words in a card: to a mouse, which may go into it', async () => {
    const { page, close } = await answered(QUESTION, WIDE)
    const card = page.locator('.card')
    await page.locator('.marker').hover()
    await card.waitFor()
    expect(await card.locator('mark').textContent()).toBe(LAMBDA_SENTENCE)
    expect(await card.textContent()).toContain('雲 <計算> & 容器 · ¶ 1')
    await card.hover()
    await page.waitForTimeout(400)
    expect(await card.isVisible()).toBe(true)
    await page.mouse.move(5, 5)
    await card.waitFor({ state: 'hidden' })
    await close()
  })

  it('show it to the keyboard as well, and take it away with Escape', async () => {
    const { page, close } = await answered(QUESTION, WIDE)
    const marker = page.getByRole('link', { name: 'Source 1: 雲 <計算> & 容器 · ¶ 1' })
    await page.locator('.sources summary').focus()
    await page.keyboard.press('Shift+Tab')
    expect(await marker.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.locator('.card').waitFor()
    expect(await marker.getAttribute('aria-describedby')).toBe('citation-card')
    await page.keyboard.press('Escape')
    await page.locator('.card').waitFor({ state: 'hidden' })
    expect(await marker.evaluate((element) => element === document.activeElement)).toBe(true)
    await close()
  })

  it('open the article at the words beside the conversation, and close again', async () => {
    const { page, close } = await answered(QUESTION, WIDE)
    await page.locator('.marker').click()
    const panel = page.getByRole('complementary', { name: 'Source' })
    await panel.locator('mark').waitFor()
    expect(await panel.locator('mark').textContent()).toBe(LAMBDA_SENTENCE)
    expect(await isInView(page, '.panel mark')).toBe(true)
    expect(await page.getByRole('textbox').isVisible()).toBe(true)
    expect(page.url()).toBe(`${server.origin}/`)
    // The conversation goes on beside it.
    await ask(page, 'And the ship?')
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    await close()
  })

  it('give the focus back to where they were opened', async () => {
    const { page, close } = await answered(QUESTION, WIDE)
    await page.locator('.marker').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Close' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('close')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('marker')
    await close()
  })

  it('are gone through one by one', async () => {
    const { page, close } = await answered('summary', WIDE)
    await page.locator('.marker').nth(1).click()
    const panel = page.locator('.panel')
    await panel.locator('mark').first().waitFor()
    expect(await panel.locator('mark').allTextContents()).toEqual(['之後一切都變了', '第三項'])
    expect(await panel.locator('output').textContent()).toBe('1 / 2')
    await panel.getByRole('button', { name: 'Next' }).click()
    expect(await panel.locator('output').textContent()).toBe('2 / 2')
    await expect.poll(() => isInView(page, '.panel .list mark')).toBe(true)
    await panel.getByRole('button', { name: 'Next' }).click()
    expect(await panel.locator('output').textContent()).toBe('1 / 2')
    await close()
  })

  it('can be asked about: a selected passage goes into the box, with its article', async () => {
    const { page, close } = await answered(QUESTION, WIDE)
    await page.locator('.marker').click()
    await page.locator('.panel mark').waitFor()
    await page.locator('.panel mark').selectText()
    await page.getByRole('button', { name: 'Ask about this' }).click()
    expect(await page.getByRole('textbox').inputValue()).toBe(`About “${LAMBDA_SENTENCE}”: `)
    expect(await page.getByRole('combobox').inputValue()).toBe('cloud')
    await close()
  })

  it('lie over the conversation on a phone, behind a card that a finger opens', async () => {
    const { page, close } = await answered(QUESTION, PHONE)
    await page.locator('.marker').tap()
    const card = page.locator('.card')
    await card.waitFor()
    expect(await card.locator('mark').textContent()).toBe(LAMBDA_SENTENCE)
    await card.getByRole('link').tap()
    await page.locator('.panel mark').waitFor()
    expect(await page.locator('main').evaluate((main) => (main as HTMLElement).inert)).toBe(true)
    await page.getByRole('button', { name: 'Close' }).tap()
    expect(await page.locator('main').evaluate((main) => (main as HTMLElement).inert)).toBe(false)
    await close()
  })

  it('open in a tab of their own where one asks for that', async () => {
    const { page, close } = await answered(QUESTION, WIDE)
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('.marker').click({ modifiers: ['ControlOrMeta'] }),
    ])
    await tab.waitForLoadState()
    expect(await tab.locator('mark').textContent()).toBe(LAMBDA_SENTENCE)
    expect(await page.locator('.panel').isVisible()).toBe(false)
    await close()
  })

  it('of what comes near open in the same way', async () => {
    const { page, close } = await answered('weather', WIDE)
    await page.locator('.nearest a').click()
    await page.locator('.panel').getByText('A container ship carries containers.').waitFor()
    await close()
  })
})
