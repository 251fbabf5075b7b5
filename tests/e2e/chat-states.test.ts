import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { chromiumPath, launchBrowser } from '../support/browser/browser.ts'
import { accessibilityFaults, ask, openWatched, overflow } from '../support/browser/page-in-browser.ts'
import { chatSnapshot, Gate } from '../support/chat/chat-snapshot.ts'

const SCREENS = [
  ['a phone in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'zh-TW' }],
  [
    'a tablet in the light',
    { viewport: { width: 820, height: 1180 }, colorScheme: 'light', locale: 'zh-CN' },
  ],
  ['a desktop in the dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark', locale: 'en-GB' }],
] as const

describe.skipIf(chromiumPath === undefined)('every state of the page', () => {
  const gate = new Gate()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const snapshot = chatSnapshot(gate)
    server = await serve(createApp({ current: () => snapshot }).fetch, { host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close(1000)
  })

  async function growing(page: Page): Promise<void> {
    gate.close()
    await page.getByRole('textbox').fill('總結 summary')
    await page.keyboard.press('Enter')
    await page.locator('.growing li').first().waitFor()
  }

  const STATES: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
    ['empty', async () => {}],
    ['growing', growing],
    ['answered', (page) => ask(page, 'Lambda?')],
    ['unsure', (page) => ask(page, 'unsure Lambda')],
    ['declined', (page) => ask(page, 'weather')],
    ['a conversation', (page) => ask(page, 'hello')],
    ['a summary', (page) => ask(page, 'summary')],
    ['code', (page) => ask(page, 'code')],
    ['a table', (page) => ask(page, 'table')],
    ['failed', (page) => ask(page, 'broken')],
    [
      'a card',
      async (page) => {
        await ask(page, 'Lambda?')
        await page.locator('.marker').hover()
        await page.locator('.card').waitFor()
      },
    ],
    [
      'a panel',
      async (page) => {
        await ask(page, 'summary')
        await page.locator('.marker').first().click()
        await page.locator('.panel mark').first().waitFor()
      },
    ],
    [
      'sources and reasons',
      async (page) => {
        await ask(page, 'table')
        await page.locator('.sources summary').click()
        await page.locator('[data-action="down"]').click()
        await page.locator('.reasons').waitFor()
      },
    ],
  ]

  describe.each(SCREENS)('on %s', (_name, screen) => {
    it.each(STATES)('%s: is accessible and no wider than the screen', async (_state, reach) => {
      const { page, close } = await openWatched(browser, server.origin, {
        ...screen,
        expectedErrors: /status of (404|500)/,
      })
      await reach(page)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      gate.release()
      await close()
    })
  })

  it('moves nothing that is read while an answer grows', async () => {
    const { page, close } = await openWatched(browser, server.origin, {
      viewport: { width: 1000, height: 800 },
    })
    await ask(page, 'Lambda?')
    await page.evaluate(() => {
      Object.assign(window, { shift: 0 })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          Object.assign(window, { shift: (window as unknown as { shift: number }).shift + entry.value })
        }
      }).observe({ type: 'layout-shift', buffered: false })
    })
    await growing(page)
    // What moves within half a second of a key counts as its effect.
    await page.waitForTimeout(600)
    gate.release()
    await page.locator('.turn').last().locator('.actions').waitFor()
    await page.waitForTimeout(100)
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0)
    await close()
  })

  it('blinks and glides for nobody who wants no motion', async () => {
    const { page, close } = await openWatched(browser, server.origin, { reducedMotion: 'reduce' })
    await growing(page)
    const animations = await page.evaluate(() => document.getAnimations().length)
    expect(animations).toBe(0)
    gate.release()
    await page.locator('.actions').waitFor()
    await close()
  })
})
