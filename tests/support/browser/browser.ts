import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const COMMON_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The Chromium of this machine: `CHROMIUM_PATH`, or the first of the usual places that exists. */
export const chromiumPath = process.env.CHROMIUM_PATH || COMMON_PATHS.find(existsSync)

if (chromiumPath === undefined) {
  process.stderr.write(
    'No Chromium found: the browser tests are SKIPPED. Install one, or set CHROMIUM_PATH to an executable.\n',
  )
}

/** Starts Chromium without anything that would reach for the network or a display. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
