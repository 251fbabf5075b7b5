import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'

/** A page, and everything that must not happen on it. */
export interface WatchedPage {
  readonly page: Page
  /**
   * Closes the page.
   * @throws AssertionError where it wrote an error, reached for another origin or hurt its policy
   */
  close(): Promise<void>
}

export interface WatchOptions extends BrowserContextOptions {
  /** Messages on the console that the test means to provoke. */
  readonly expectedErrors?: RegExp
  /** Origins beside the page's own that it may reach. */
  readonly otherOrigins?: readonly string[]
}

/** Opens a page in a window of its own and watches it. */
export async function openWatched(
  browser: Browser,
  address: string,
  options: WatchOptions = {},
): Promise<WatchedPage> {
  const { expectedErrors, otherOrigins = [], ...contextOptions } = options
  const context = await browser.newContext({ locale: 'en-US', ...contextOptions })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const faults: string[] = []
  const page = await context.newPage()
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      throw new Error(`policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  page.on('console', (message) => {
    if (message.type() === 'error' && !expectedErrors?.test(message.text())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`))
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`))
  const allowed = new Set([new URL(address).origin, ...otherOrigins])
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !allowed.has(origin)) faults.push(`request to ${request.url()}`)
  })
  await page.goto(address)
  return {
    page,
    close: async () => {
      await context.close()
      expect(faults).toEqual([])
    },
  }
}

/** What axe finds wrong with the page as it is now. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    )
  })
}

/** By how many pixels the page is wider than the screen. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/** Asks in the page and waits until the answer is complete. */
export async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox').fill(question)
  await page.keyboard.press('Enter')
  await page.locator('.turn').last().locator('.actions').waitFor()
}
