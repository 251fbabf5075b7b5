import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AskRequest } from '../../src/domain/question.ts'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { chromiumPath, launchBrowser } from '../support/browser/browser.ts'
import { accessibilityFaults, openWatched } from '../support/browser/page-in-browser.ts'
import { chatSnapshot, Gate } from '../support/chat/chat-snapshot.ts'
import { LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

const ANY_PORT = { host: '127.0.0.1', port: 0 }

/** What a page of the other site holds. */
interface Site {
  readonly attributes?: string
  readonly language?: string
  readonly head?: string
  readonly body?: string
  readonly policy?: string
}

describe.skipIf(chromiumPath === undefined)('the widget on a page of another origin', () => {
  const gate = new Gate()
  const requests: AskRequest[] = []
  let site: Site = {}
  let service: RunningServer
  let other: RunningServer
  let stranger: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const pages = new Hono().get('/', (c) => {
      if (site.policy !== undefined) c.header('Content-Security-Policy', site.policy)
      return c.html(`<!doctype html><html lang="${site.language ?? 'en'}"><head><title>A site</title>
        <link rel="icon" href="data:,">${site.head ?? ''}</head><body><main><h1>A site</h1>${site.body ?? ''}</main>
        <script async src="${service.origin}/widget.js" ${site.attributes ?? ''}></script></body></html>`)
    })
    other = await serve(pages.fetch, ANY_PORT)
    stranger = await serve(pages.fetch, ANY_PORT)
    const snapshot = chatSnapshot(gate, requests)
    const limits = { remoteAddress: () => '127.0.0.1', origins: [other.origin] }
    service = await serve(createApp({ current: () => snapshot, limits }).fetch, ANY_PORT)
    browser = await launchBrowser()
  })

  beforeEach(() => {
    site = {}
    requests.length = 0
  })

  afterAll(async () => {
    gate.release()
    await browser?.close()
    await Promise.all([service?.close(1000), other?.close(1000), stranger?.close(1000)])
  })

  function open(path = '/', options: BrowserContextOptions = {}) {
    return openWatched(browser, other.origin + path, {
      ...options,
      otherOrigins: [service.origin],
      expectedErrors: /status of (404|405)/,
    })
  }

  async function ask(page: Page, question: string): Promise<void> {
    await page.getByRole('dialog').getByRole('textbox').fill(question)
    await page.keyboard.press('Enter')
    await page.locator('.turn').last().locator('.actions').waitFor()
  }

  it('opens, asks and shows the exact words, which lead to the service', async () => {
    const { page, close } = await open()
    await page.getByRole('button', { name: 'Ask' }).click()
    const panel = page.getByRole('dialog', { name: 'Footnote' })
    expect(await panel.getByRole('textbox').evaluate((box) => box.matches(':focus'))).toBe(true)
    await ask(page, 'Lambda?')
    expect(await panel.locator('.text').textContent()).toBe(`${LAMBDA_SENTENCE}1`)
    await panel.locator('.marker').hover()
    expect(await panel.locator('.card mark').textContent()).toBe(LAMBDA_SENTENCE)
    const [tab] = await Promise.all([page.context().waitForEvent('page'), panel.locator('.marker').click()])
    await tab.waitForLoadState()
    expect(new URL(tab.url()).origin).toBe(service.origin)
    expect(await tab.locator('mark').textContent()).toBe(LAMBDA_SENTENCE)
    expect(new URL(page.url()).pathname).toBe('/')
    await close()
  })

  it('streams, follows up and goes on from page to page, without a cookie', async () => {
    const { page, close } = await open()
    await page.getByRole('button', { name: 'Ask' }).click()
    gate.close()
    await page.getByRole('dialog').getByRole('textbox').fill('Lambda?')
    await page.keyboard.press('Enter')
    await page.locator('.growing').getByText(LAMBDA_SENTENCE.slice(0, 6)).waitFor()
    gate.release()
    await page.getByRole('button', { name: 'Copy' }).waitFor()
    await ask(page, 'And the ship?')
    expect(requests[1]?.history).toHaveLength(2)
    await page.reload()
    await page.getByRole('button', { name: 'Ask' }).click()
    expect(await page.locator('.turn').count()).toBe(2)
    expect(await page.context().cookies()).toEqual([])
    await close()
  })

  it('is answered on the sites that the service names, and on no other', async () => {
    const { page, close } = await openWatched(browser, stranger.origin, {
      otherOrigins: [service.origin],
      expectedErrors: /CORS policy|ERR_FAILED/,
    })
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Lambda?')
    await page.keyboard.press('Enter')
    expect(await page.locator('.failure').textContent()).toBe(
      'The service does not accept questions from this site.',
    )
    expect(requests).toEqual([])
    await close()
    for (const [origin, allowed] of [
      [other.origin, other.origin],
      [stranger.origin, null],
      ['null', null],
    ] as const) {
      const response = await fetch(`${service.origin}/readyz`, { headers: { Origin: origin } })
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe(allowed)
    }
  })

  it.each([
    ['is away', 'The service cannot be reached.'],
    ['is out of reach with everything else', 'You are offline.'],
  ])('says what can be known of a service that %s', async (state, words) => {
    const { page, close } = await openWatched(browser, other.origin, {
      otherOrigins: [service.origin],
      expectedErrors: /ERR_/,
    })
    await page.getByRole('button', { name: 'Ask' }).click()
    if (state === 'is away') await page.route(`${service.origin}/**`, (route) => route.abort())
    else await page.context().setOffline(true)
    await page.getByRole('dialog').getByRole('textbox').fill('Lambda?')
    await page.keyboard.press('Enter')
    expect(await page.locator('.failure').textContent()).toBe(words)
    await close()
  })

  it('closes with Escape, and gives the focus back', async () => {
    const { page, close } = await open()
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(
      await page.getByRole('button', { name: 'Ask' }).evaluate((button) => button.matches(':focus')),
    ).toBe(true)
    await close()
  })

  it.each([
    ['zh-TW', '', '提問', '輸入問題'],
    ['zh-CN', '', '提问', '输入问题'],
    ['fr', '', 'Ask', 'Your question'],
    ['en', 'data-language="zh-Hant" data-label="問"', '問', '輸入問題'],
  ])('speaks the language of a page in %s %s', async (language, attributes, button, placeholder) => {
    site = { language, attributes }
    const { page, close } = await open()
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.getByPlaceholder(placeholder).waitFor()
    await close()
  })

  it.each([
    ['a dark page of its own', '<style>body { background: #101010 }</style>', 'light', 'dark'],
    ['a light page', '<style>html { background: white }</style>', 'dark', 'light'],
    ['a page that says nothing', '', 'dark', 'light'],
    ['a page that follows the system', '<style>:root { color-scheme: light dark }</style>', 'dark', 'dark'],
  ] as const)('is as light or dark as %s', async (_name, head, colorScheme, expected) => {
    site = { head }
    const { page, close } = await open('/', { colorScheme })
    await page.getByRole('button', { name: 'Ask' }).click()
    expect(await page.locator('footnote-widget').getAttribute('data-scheme')).toBe(expected)
    await close()
  })

  it('keeps its looks among the wildest styles, and does nothing to the page', async () => {
    const head = `<style>html { font-size: 40px } * { color: red !important; font-size: 3rem; position: relative;
      background: lime } button { display: none } dialog { width: 10px } form { visibility: hidden }</style>`
    site = { head, body: '<p id="text">Text of the page</p>' }
    const { page, close } = await open('/', { viewport: { width: 1280, height: 800 } })
    const before = await page.locator('#text').boundingBox()
    await page.getByRole('button', { name: 'Ask' }).click()
    await ask(page, 'Lambda?')
    const panel = page.getByRole('dialog')
    expect((await panel.boundingBox())?.width).toBe(416)
    const { fontSize, color } = await panel.locator('.text').evaluate((text) => {
      const { fontSize, color } = getComputedStyle(text)
      return { fontSize, color }
    })
    expect([fontSize, color]).toEqual(['15px', 'rgb(31, 28, 25)'])
    expect(await page.locator('#text').boundingBox()).toEqual(before)
    await close()
  })

  it.each(['', '!important'])('lets nothing in that a page says of every element %s', async (weight) => {
    const inherited: readonly (readonly [string, string])[] = [
      ['letter-spacing', '9px'],
      ['word-spacing', '9px'],
      ['text-transform', 'uppercase'],
      ['text-indent', '40px'],
      ['text-align', 'right'],
      ['line-height', '4'],
      ['font-style', 'italic'],
      ['visibility', 'hidden'],
      ['white-space', 'pre'],
      ['cursor', 'wait'],
      ['direction', 'rtl'],
      ['opacity', '0.1'],
      ['display', 'none'],
      ['transform', 'scale(2)'],
      ['--paper', 'lime'],
      ['--color', 'lime'],
      ['--sans', 'fantasy'],
    ]
    const looks = async () => {
      const { page, close } = await open('/', { viewport: { width: 1280, height: 800 } })
      await page.getByRole('button', { name: 'Ask' }).click()
      await ask(page, 'Lambda?')
      const found = await page.locator('footnote-widget').evaluate(
        (host, names) =>
          [...(host.shadowRoot?.querySelectorAll('.open, .panel, .text, .composer .box') ?? [])].map(
            (element) => {
              const style = getComputedStyle(element)
              const { x, y, width, height } = element.getBoundingClientRect()
              return [...names.map((name) => style.getPropertyValue(name)), style.color, x, y, width, height]
            },
          ),
        inherited.map(([name]) => name),
      )
      await close()
      return found
    }
    const alone = await looks()
    const rules = inherited.map(([name, value]) => `${name}: ${value} ${weight}`).join(';')
    site = { head: `<style>footnote-widget, body * { ${rules} }</style>` }
    expect(await looks()).toEqual(alone)
  })

  it('names an opener that is no selector, once, and opens by its own button', async () => {
    site = { body: '<p class="help">Help</p>', attributes: 'data-opener=".help[" data-label=""' }
    const warnings: string[] = []
    const { page, close } = await open()
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()))
    await page.reload()
    await page.getByText('Help').click()
    await page.getByText('Help').click()
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByRole('dialog').getByRole('textbox').waitFor()
    expect(warnings).toEqual([expect.stringContaining('data-opener=".help["')])
    await close()
  })

  it('opens by an element of the site, with questions to begin with, of some articles only', async () => {
    site = {
      body: '<a href="/elsewhere" class="help">Help</a>',
      attributes:
        'data-label="" data-opener=".help" data-title="Ask us" data-questions="Lambda?| |And ships?" data-articles="cloud, x"',
    }
    const { page, close } = await open()
    await page.locator('footnote-widget').waitFor({ state: 'attached' })
    expect(await page.getByRole('button').count()).toBe(0)
    await page.getByRole('link', { name: 'Help' }).click()
    const panel = page.getByRole('dialog', { name: 'Ask us' })
    expect(await panel.getByRole('listitem').count()).toBe(2)
    await panel.getByRole('link', { name: 'Lambda?' }).click()
    await panel.locator('.actions').waitFor()
    expect(requests).toMatchObject([
      { question: 'Lambda?', history: [], articles: ['cloud', 'x'], inlineMarkup: true },
    ])
    expect(new URL(page.url()).pathname).toBe('/')
    await close()
  })

  it('asks what the address says, and shares such an address', async () => {
    const { page, close } = await open('/?page=1&ask=Lambda%3F')
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByText('Link copied').first().waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${other.origin}/?page=1&ask=Lambda%3F`,
    )
    await close()
  })

  it('asks what the address says once, however often the page is loaded', async () => {
    const { page, close } = await open('/?flag&ask=Lambda%3F&page=1#part')
    await page.locator('.actions').waitFor()
    expect(page.url()).toBe(`${other.origin}/?flag&page=1#part`)
    await page.reload()
    await page.getByRole('button', { name: 'Ask' }).click()
    expect(await page.locator('.turn').count()).toBe(1)
    await page.goto(other.origin)
    await page.goBack()
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.locator('.turn').waitFor()
    expect(requests).toHaveLength(1)
    await close()
  })

  it('sends nothing before the reader has agreed, and asks that once', async () => {
    site = { attributes: 'data-consent="Your question is sent to <b>us</b>."' }
    const { page, close } = await open('/?ask=Lambda')
    const panel = page.getByRole('dialog')
    expect(await panel.locator('.consent').textContent()).toContain('sent to <b>us</b>.')
    expect(await panel.getByRole('textbox').count()).toBe(0)
    expect(requests).toEqual([])
    await page.keyboard.press('Enter')
    await panel.locator('.actions').waitFor()
    expect(requests.map(({ question }) => question)).toEqual(['Lambda'])
    await page.goto(other.origin)
    await page.getByRole('button', { name: 'Ask' }).click()
    await panel.getByRole('textbox').waitFor()
    await close()
  })

  it('needs no more of a strict policy than to reach the service', async () => {
    site = {
      policy: `default-src 'none'; img-src data:; script-src ${service.origin}; connect-src ${service.origin}; require-trusted-types-for 'script'`,
      attributes: 'data-color="#0b57d0"',
    }
    const { page, close } = await open()
    await page.getByRole('button', { name: 'Ask' }).click()
    await ask(page, 'code')
    await page.locator('.marker').hover()
    await page.locator('.card').waitFor()
    await close()
  })

  it.each([
    [
      'a phone in the dark',
      { viewport: { width: 390, height: 844 }, hasTouch: true },
      '<style>body { background: #111; color: #eee }</style>',
    ],
    ['a desktop', { viewport: { width: 1280, height: 800 } }, ''],
  ] as const)('is accessible on %s, and covers a phone', async (_name, options, head) => {
    site = { head, attributes: 'data-questions="Lambda?" data-note="Read the sources."' }
    const { page, close } = await open('/', options)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Ask' }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    for (const question of ['table', 'weather', 'hello']) {
      await ask(page, question)
      expect(await accessibilityFaults(page)).toEqual([])
    }
    const box = await page.getByRole('dialog').boundingBox()
    expect(box?.width).toBe(options.viewport.width === 390 ? 390 : 416)
    await close()
  })

  it('is shown by a page in docs/', async () => {
    const page = await readFile(new URL('../../docs/widget.html', import.meta.url), 'utf8')
    const docs = new Hono().get('/', (c) =>
      c.html(page.replace('http://127.0.0.1:8787/widget.js', `${service.origin}/widget.js`)),
    )
    const shown = await serve(docs.fetch, ANY_PORT)
    const watched = await openWatched(browser, shown.origin, { otherOrigins: [service.origin] })
    await watched.page.getByRole('link', { name: 'ask here' }).click()
    await watched.page
      .getByRole('dialog', { name: 'Ask the article' })
      .getByRole('link', { name: 'When was Lambda released?' })
      .waitFor()
    await watched.close()
    await shown.close(1000)
  })
})
