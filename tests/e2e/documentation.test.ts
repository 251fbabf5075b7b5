import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { chromiumPath, launchBrowser } from '../support/browser/browser.ts'
import {
  accessibilityFaults,
  ask,
  openWatched,
  overflow,
  type WatchOptions,
} from '../support/browser/page-in-browser.ts'
import { documentationSnapshot, LONG_COMMAND } from '../support/corpora/documentation-snapshot.ts'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const WIDE = { viewport: { width: 1440, height: 900 } }
const QUESTION = 'How do I move the database?'

describe.skipIf(chromiumPath === undefined)('the page over documentation', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const snapshot = await documentationSnapshot()
    server = await serve(createApp({ current: () => snapshot }).fetch, { host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close(1000)
  })

  function open(options: WatchOptions, path = '/') {
    return openWatched(browser, server.origin + path, options)
  }

  it('suggests what can be asked of titles, each of which is answered, and leads to all articles', async () => {
    const { page, close } = await open(WIDE)
    const suggestions = await page.locator('[data-ask]').allTextContents()
    expect(suggestions).toHaveLength(4)
    expect(suggestions[0]).toBe('What is “Migrating a lantern” about?')
    for (const suggestion of suggestions) await ask(page, suggestion)
    expect(await page.locator('.answer.answer').count()).toBe(suggestions.length)
    await page.getByRole('link', { name: 'New' }).click()
    await page.getByRole('link', { name: 'All 6 articles' }).click()
    expect(await page.locator('.articles > li').count()).toBe(6)
    await close()
  })

  it('suggests what the sections of a chosen article say', async () => {
    const { page, close } = await open({ ...WIDE, locale: 'zh-CN' }, '/?articles=page-0')
    expect(await page.locator('[data-ask]').allTextContents()).toContain(
      '「Moving the database」这一节讲了什么?',
    )
    await close()
  })

  const STATES: readonly (readonly [string, string, (page: Page) => Promise<void>])[] = [
    ['at the beginning', '/', async () => {}],
    ['of which the longest title is chosen', '/?articles=page-3', async () => {}],
    ['that answer', '/', (page) => ask(page, QUESTION)],
    ['that answer with a table', '/', (page) => ask(page, 'What is the default of --batch?')],
    ['that decline', '/', (page) => ask(page, 'Who won the chess tournament of 1953?')],
    [
      'with an open source',
      '/',
      async (page) => {
        await ask(page, QUESTION)
        await page.locator('.sources summary').first().click()
      },
    ],
    ['in a list', '/articles', async () => {}],
    ['of which one is read', '/articles/page-0', async () => {}],
  ]
  it.each(STATES)('is no wider than a phone with several articles %s', async (_state, path, reach) => {
    const { page, close } = await open(PHONE, path)
    await reach(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    for (const button of await page.locator('.composer .send').all()) {
      const box = await button.boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
    }
    expect(await accessibilityFaults(page)).toEqual([])
    await close()
  })

  it('has the arrow of a choice right behind what is chosen', async () => {
    const { page, close } = await open(WIDE)
    const box = await page.locator('.choice').boundingBox()
    expect(box?.width).toBeLessThan(160)
    await close()
  })

  it.each(['/', '/articles/page-0'])('writes the language of code above it: %s', async (path) => {
    const { page, close } = await open(WIDE, path)
    if (path === '/') await ask(page, QUESTION)
    const code = page.locator('pre[data-language="sh"]').first()
    expect(await code.textContent()).toBe(LONG_COMMAND)
    const label = await code.evaluate((pre) => {
      const { height, position } = getComputedStyle(pre, '::before')
      const words = pre.querySelector('code')?.getBoundingClientRect()
      const { paddingTop, borderTopWidth } = getComputedStyle(pre)
      const top =
        pre.getBoundingClientRect().top + Number.parseFloat(paddingTop) + Number.parseFloat(borderTopWidth)
      return { position, height: Number.parseFloat(height), above: (words?.top ?? 0) - top }
    })
    expect(label.height).toBeGreaterThan(10)
    expect(label.above).toBeGreaterThanOrEqual(label.height - 2)
    // It stays when the code is scrolled to its end.
    expect(label.position).toBe('sticky')
    await close()
  })

  it.each(['en-GB', 'zh-TW'])('sets the apostrophes of English narrow, on a page in %s', async (locale) => {
    const { page, close } = await open({ ...WIDE, locale })
    await ask(page, QUESTION)
    await page.locator('.sources summary').first().click()
    for (const where of ['.text > p']) {
      const ratio = await page
        .locator(where)
        .first()
        .evaluate((element) => {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const at = node.textContent?.indexOf('’') ?? -1
            if (at < 0) continue
            const range = document.createRange()
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            return range.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(element).fontSize)
          }
          return Number.NaN
        })
      expect(ratio).toBeLessThan(0.6)
    }
    await close()
  })
})
