import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { commonInterfaces } from '../../src/interfaces.ts'
import { silentLog } from '../../src/log.ts'
import { feedbackToLog } from '../../src/question-log/feedback.ts'
import { fakeSnapshot, LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

describe('docs/api.md', () => {
  let page: string
  let server: RunningServer

  beforeAll(async () => {
    page = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8')
    const app = createApp({
      current: () => fakeSnapshot(),
      interfaces: commonInterfaces({ log: silentLog, feedback: feedbackToLog(silentLog) }),
    })
    server = await serve(app.fetch, { host: '127.0.0.1', port: 0 })
  })

  afterAll(async () => {
    await server.close(1000)
  })

  /** What the first client under a heading prints, run as it stands. */
  async function runClient(heading: string): Promise<string> {
    const section = page.slice(page.indexOf(`## ${heading}`))
    const [, client = ''] = /```js\n(.*?)```/s.exec(section) ?? []
    const code = client.replace('http://127.0.0.1:8787', server.origin)
    const node = [process.execPath, ['--input-type=module', '--eval', code]] as const
    return (await promisify(execFile)(...node)).stdout
  }

  it.each([
    ['Streaming', `${LAMBDA_SENTENCE}[1]\n[1] ${LAMBDA_SENTENCE}\n`],
    [
      'Search and read',
      /^雲 <計算> & 容器 ¶ 1: Lambda\nthen: 第一項 <b>[\s\S]*¶ 3: Lambda\nthen: if \(a < b\)/,
    ],
    ['Rate an answer', '204\n'],
    [
      'For clients of the Model Context Protocol',
      /^2014年.*\[1\]\n\n\*\*來源\*\*\n\n1\. \[雲.*\n\[1\] 2014年11月14日/,
    ],
    [
      'For programs that speak OpenAI',
      `${LAMBDA_SENTENCE}[1]\n雲 <計算> & 容器 · ¶ 1 — “${LAMBDA_SENTENCE}”\n`,
    ],
  ])('shows a client that works as it stands: %s', async (heading, output) => {
    const printed = await runClient(heading)
    if (typeof output === 'string') expect(printed).toBe(output)
    else expect(printed).toMatch(output)
  })
})
