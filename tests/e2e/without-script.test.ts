import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { chromiumPath, launchBrowser } from '../support/browser/browser.ts'
import { openWatched } from '../support/browser/page-in-browser.ts'
import { chatSnapshot, Gate } from '../support/chat/chat-snapshot.ts'
import { LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

describe.skipIf(chromiumPath === undefined)('the page without a script', () => {
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

  it('asks by its form and shows the exact words, which lead into the article', async () => {
    const { page, close } = await openWatched(browser, server.origin, { javaScriptEnabled: false })
    await page.getByRole('textbox').fill('Lambda?')
    await page.getByRole('button', { name: 'Ask' }).click()
    expect(new URL(page.url()).searchParams.get('q')).toBe('Lambda?')
    expect(await page.locator('.text').textContent()).toBe(`${LAMBDA_SENTENCE}1`)
    await page.locator('.sources summary').click()
    expect(await page.locator('.sources mark').textContent()).toBe(LAMBDA_SENTENCE)
    await page.getByRole('link', { name: 'Read it in the article' }).click()
    expect(await page.locator('article mark').textContent()).toBe(LAMBDA_SENTENCE)
    await close()
  })

  it('remembers what was asked before', async () => {
    const { page, close } = await openWatched(browser, server.origin, { javaScriptEnabled: false })
    for (const question of ['Lambda?', 'and who bought it?']) {
      await page.getByRole('textbox').fill(question)
      await page.getByRole('button', { name: 'Ask' }).click()
    }
    const asked = new URL(page.url()).searchParams
    expect([asked.getAll('before'), asked.get('q')]).toEqual([['Lambda?'], 'and who bought it?'])
    await close()
  })

  it('chooses an article and a language', async () => {
    const { page, close } = await openWatched(browser, server.origin, { javaScriptEnabled: false })
    await page.getByRole('link', { name: '繁' }).click()
    await page.getByRole('combobox').selectOption('Ships')
    await page.getByRole('textbox').fill('hello')
    await page.getByRole('button', { name: '提問' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant')
    expect(await page.getByRole('combobox').inputValue()).toBe('notes/ships')
    await page.getByRole('link', { name: 'EN' }).click()
    expect(new URL(page.url()).searchParams.get('q')).toBe('hello')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await close()
  })
})
