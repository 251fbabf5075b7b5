import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { chromiumPath, launchBrowser } from '../support/browser/browser.ts'
import { fakeAsk, fakeSnapshot } from '../support/fake-snapshot.ts'

const SCREENS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['a phone in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', isMobile: true }],
  ['a desktop in the light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
]

describe.skipIf(chromiumPath === undefined)('an article in a browser', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await serve(createApp({ current: () => fakeSnapshot() }).fetch, { host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close(1000)
  })

  async function open(path: string, screen: BrowserContextOptions): Promise<Page> {
    const page = await browser.newPage(screen)
    await page.goto(server.origin + path)
    return page
  }

  describe.each(SCREENS)('on %s', (_name, screen) => {
    it.each(['Lambda', '最後'])('shows the cited words of "%s" at once', async (question) => {
      const { citations } = await fakeAsk({ question })
      const page = await open(citations[0]?.url ?? '', screen)
      const marked = page.locator('mark')
      expect(await marked.allTextContents()).toEqual([citations[0]?.quote])
      const box = await marked.boundingBox()
      const height = screen.viewport?.height ?? 0
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
      await page.close()
    })

    it.each([
      '/',
      '/articles',
      '/articles/cloud?mark=aa11.3-34#aa11',
      '/articles/cloud?mark=gone.0-1',
    ])('%s is accessible and no wider than the screen', async (path) => {
      const page = await open(path, screen)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      await page.evaluate(axe.source)
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') }
        const result = await axe.run()
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      })
      expect(violations).toEqual([])
      await page.close()
    })
  })

  it('shows the number of a paragraph to whoever comes by with the keyboard', async () => {
    const page = await open('/articles/cloud', SCREENS[1]?.[1] ?? {})
    const number = page.getByRole('link', { name: 'Paragraph 1' })
    const opacity = () => number.evaluate((element) => getComputedStyle(element).opacity)
    expect(await opacity()).toBe('0')
    await number.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    expect(await opacity()).toBe('1')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#aa11')
    await page.close()
  })
})
