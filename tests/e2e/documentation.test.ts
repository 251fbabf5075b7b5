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
    for (const where of ['.text > p', '.sources .cited p']) {
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

  it('keeps code, emphasis, links and the sides of columns in answers, sources, cards and the article', async () => {
    const { page, close } = await open(WIDE)
    await ask(page, QUESTION)
    await page.locator('.sources summary').first().click()
    await page.locator('.marker').first().hover()
    await page.locator('.card').waitFor()
    const article = await open(WIDE, '/articles/page-0')
    for (const shown of [
      page.locator('.text'),
      page.locator('.sources .cited'),
      page.locator('.card .cited'),
      article.page.locator('.article'),
    ]) {
      expect(await shown.locator('p code').first().textContent()).toBe('lantern migrate')
      expect(await shown.locator('strong').textContent()).toBe('twice')
      const link = shown.getByRole('link', { name: 'guide for keepers' })
      expect(await link.getAttribute('href')).toBe('https://example.org/keepers')
      expect(await link.getAttribute('rel')).toContain('noopener')
      expect(await shown.getByRole('link', { name: 'the local guide' }).count()).toBe(0)
      expect(await accessibilityFaults(page)).toEqual([])
    }
    expect(await page.locator('.card mark').first().textContent()).toContain(
      'run lantern migrate in the folder',
    )
    await page.mouse.move(0, 0)
    await ask(page, 'What is the default of --batch?')
    await page.locator('.turn').last().locator('.sources summary').click()
    for (const table of [
      page.locator('.turn').last().locator('.text table'),
      page.locator('.turn').last().locator('.cited table'),
      article.page.locator('table'),
    ]) {
      const sides = await table
        .locator('tr')
        .nth(1)
        .locator('td')
        .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).textAlign))
      expect(sides).toEqual(['left', 'center', 'right'])
      expect(await table.locator('td code').first().textContent()).toBe('--batch')
    }
    expect(await article.page.locator('h2 code').textContent()).toBe('--batch')
    await article.close()
    await close()
  })

  it('marks cited words with their code in one piece, in the panel and without a script', async () => {
    const { page, close } = await open(WIDE)
    await ask(page, QUESTION)
    await page.locator('.marker').first().click()
    const marked = page.locator('.panel mark')
    await marked.first().waitFor()
    expect(await marked.first().textContent()).toMatch(
      /^To move the database, run lantern migrate in .*the local guide\.$/,
    )
    expect(await marked.first().locator('code').textContent()).toBe('lantern migrate')
    await close()
    const plain = await open({ ...WIDE, javaScriptEnabled: false }, `/?q=${encodeURIComponent(QUESTION)}`)
    expect(await plain.page.locator('.text p code').textContent()).toBe('lantern migrate')
    await plain.close()
  })
})
