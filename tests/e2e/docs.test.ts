import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { commonInterfaces } from '../../src/interfaces.ts'
import { silentLog } from '../../src/log.ts'
import { feedbackToLog } from '../../src/question-log/feedback.ts'
import { chromiumPath, launchBrowser } from '../support/browser/browser.ts'
import { accessibilityFaults, openWatched, overflow } from '../support/browser/page-in-browser.ts'
import { fakeSnapshot, LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

describe.skipIf(chromiumPath === undefined)('/docs in a browser', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const interfaces = commonInterfaces({ log: silentLog, feedback: feedbackToLog(silentLog) })
    const app = createApp({ current: () => fakeSnapshot(), interfaces })
    server = await serve(app.fetch, { host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close(1000)
  })

  it('sends a body and shows what comes back, as JSON or as it comes', async () => {
    const { page, close } = await openWatched(browser, `${server.origin}/docs#ask`)
    const form = page.locator('#ask form')
    await form.getByLabel('Body').fill('{"question": "Lambda?"}')
    await form.getByRole('button', { name: 'Send' }).click()
    const output = form.getByRole('status')
    await output.getByText('"answered": true').waitFor()
    expect(await output.textContent()).toMatch(/^200 OK\napplication\/json\n\n\{/)
    await form.getByLabel('Accept').selectOption('text/event-stream')
    await form.getByRole('button', { name: 'Send' }).click()
    await output.getByText('event: done').waitFor()
    expect(await output.textContent()).toContain(LAMBDA_SENTENCE)
    await close()
  })

  it('fills paths and queries', async () => {
    const { page, close } = await openWatched(browser, `${server.origin}/docs#readParagraph`)
    const paragraph = page.locator('#readParagraph form')
    await paragraph.getByLabel('id').fill('cloud#cc33')
    await paragraph.getByLabel('neighbours').fill('0')
    await paragraph.getByRole('button', { name: 'Send' }).click()
    await paragraph.getByRole('status').getByText('"before": []').waitFor()
    await page.locator('#search summary').click()
    const search = page.locator('#search form')
    await search.getByLabel('q', { exact: true }).fill('Docker')
    await search.getByLabel('articles').fill('cloud\nnotes/ships')
    await search.getByRole('button', { name: 'Send' }).click()
    await search.getByRole('status').getByText('"cloud#bb22"').waitFor()
    await close()
  })

  it('shows what was wrong', async () => {
    const { page, close } = await openWatched(browser, `${server.origin}/docs#createChatCompletion`, {
      expectedErrors: /404/,
    })
    const form = page.locator('#createChatCompletion form')
    await form.getByLabel('Body').fill('{"model": "gpt-9", "messages": [{"role": "user", "content": "a"}]}')
    await form.getByRole('button', { name: 'Send' }).click()
    await form.getByRole('status').getByText('model_not_found').waitFor()
    await close()
  })

  it('opens what an address or a link names', async () => {
    const { page, close } = await openWatched(browser, `${server.origin}/docs#schema-Citation`)
    await page.getByRole('rowheader', { name: 'quote' }).waitFor()
    await page.locator('#schema-Citation').getByRole('link', { name: 'BlockKind' }).click()
    await page.locator('#schema-BlockKind').getByText('prose').waitFor()
    await close()
  })

  it('can be used by everyone, on a narrow screen too', async () => {
    const { page, close } = await openWatched(browser, `${server.origin}/docs`, {
      viewport: { width: 320, height: 640 },
    })
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await close()
  })

  it('is complete to read without a script', async () => {
    const { page, close } = await openWatched(browser, `${server.origin}/docs`, { javaScriptEnabled: false })
    for (const path of ['/ask', '/search', '/v1/responses', '/mcp', '/feedback'])
      expect(
        await page.locator('summary code', { hasText: new RegExp(`^${path}$`) }).count(),
      ).toBeGreaterThan(0)
    expect(await page.locator('form.try button').first().isDisabled()).toBe(true)
    await close()
  })
})
