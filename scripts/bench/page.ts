import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { openSnapshot } from '../../src/answer/open-snapshot.ts'
import { readConfiguration } from '../../src/configuration/configuration.ts'
import { environment } from '../../src/entries/environment.ts'
import { ConfigurationError } from '../../src/errors.ts'
import { createApp } from '../../src/http/create-app.ts'
import { serve } from '../../src/http/serve.ts'
import { chromiumPath, launchBrowser } from '../../tests/support/browser/browser.ts'
import { openEvaluatedIndex } from '../evaluate/open-evaluated-index.ts'
import { readQuestions } from '../evaluate/question-set.ts'
import { percentile } from '../evaluate/report/summarise.ts'
import { describeEnvironment } from './describe-environment.ts'

export const PAGE_HELP = `
  npm run bench -- page              asks on the page, in Chromium: from Enter to the first words

    --count <n>          questions to time (60)
`

const QUESTION_SET = 'tests/evaluation/held-out.jsonl'
/** Questions asked before the clock counts: the first ones also compile the code and read the lexical index. */
const WARM_UP = 20

/** What the page itself measures of one question, in milliseconds, and how far what one reads has moved. */
interface Measured {
  readonly firstWords: number
  readonly painted: number
  readonly complete: number
  readonly shift: number
}

/** `npm run bench -- page`. Nothing is asserted: times belong to the machine. */
export async function benchPage(args: readonly string[]): Promise<void> {
  const count = parse(args)
  if (chromiumPath === undefined) {
    throw new ConfigurationError('configuration', 'This needs Chromium: install it, or set CHROMIUM_PATH')
  }
  const { CORPUS_DIR, INDEX_DIR } = readConfiguration(environment())
  const snapshot = openSnapshot(
    await openEvaluatedIndex({ corpusDirectory: CORPUS_DIR, indexDirectory: INDEX_DIR }),
  )
  const questions = (await readQuestions([QUESTION_SET])).map(({ q }) => q)
  const server = await serve(createApp({ current: () => snapshot }).fetch, { host: '127.0.0.1', port: 0 })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(server.origin)
    const measured: Measured[] = []
    for (let i = 0; i < WARM_UP + count; i++) {
      const one = await measure(page, questions[i % questions.length] ?? '')
      if (i >= WARM_UP) measured.push(one)
    }
    report(measured)
  } finally {
    await browser.close()
    await server.close(1000)
  }
}

/** Asks in a conversation of its own, with a key as a person does. */
async function measure(page: Page, question: string): Promise<Measured> {
  await page.locator('.new').click()
  await page.locator('textarea').fill(question)
  await page.evaluate(watch)
  await page.keyboard.press('Enter')
  return await page.evaluate(() => (window as unknown as { measured: Promise<Measured> }).measured)
}

/** Runs in the page: waits for the key and for what comes of it. */
function watch(): void {
  const log = document.querySelector('.conversation') as HTMLElement
  const times = { pressed: 0, firstWords: 0, painted: 0, complete: 0 }
  let shift = 0
  const shifts = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[]) {
      if (!entry.hadRecentInput) shift += entry.value
    }
  })
  shifts.observe({ type: 'layout-shift' })
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      times.pressed = timeStamp
    },
    { once: true, capture: true },
  )
  const measured = new Promise((resolve) => {
    const changes = new MutationObserver(() => {
      if (times.firstWords === 0 && log.querySelector('.text')?.textContent) {
        times.firstWords = performance.now()
        // The frame that shows them has been drawn when the next task after it runs.
        requestAnimationFrame(() =>
          setTimeout(() => {
            times.painted = performance.now()
          }),
        )
      }
      if (times.complete > 0 || !log.querySelector('.actions')) return
      times.complete = performance.now()
      changes.disconnect()
      // What moves within half a second of a key counts as its effect.
      setTimeout(() => {
        shifts.disconnect()
        resolve({
          firstWords: times.firstWords - times.pressed,
          painted: times.painted - times.pressed,
          complete: times.complete - times.pressed,
          shift,
        })
      }, 700)
    })
    changes.observe(log, { childList: true, subtree: true, characterData: true })
  })
  Object.assign(window, { measured })
}

function report(measured: readonly Measured[]): void {
  console.log(
    `${describeEnvironment()}\nwarm-up ${WARM_UP} questions, then ${measured.length} timed, one at a time\n`,
  )
  for (const [name, what] of [
    ['firstWords', 'Enter to the first words in the page'],
    ['painted', 'Enter to the first words on the screen'],
    ['complete', 'Enter to the complete answer'],
  ] as const) {
    const times = measured.map((one) => one[name])
    const figures = [0.5, 0.95].map((part) => `p${part * 100} ${percentile(times, part).toFixed(1)} ms`)
    console.log(`${what}: ${figures.join(', ')}`)
  }
  console.log(`largest layout shift of one answer: ${Math.max(...measured.map(({ shift }) => shift))}`)
}

function parse(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { count: { type: 'string', default: '60' } } })
  const count = Number(values.count)
  if (!Number.isInteger(count) || count < 1) {
    throw new ConfigurationError('configuration', `--count must be a whole number from 1\n${PAGE_HELP}`)
  }
  return count
}
