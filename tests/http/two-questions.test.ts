import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import { createApp } from '../../src/http/create-app.ts'
import { openShippedSnapshot } from '../answer/shipped-snapshot.ts'

describe('two questions in one turn, over HTTP', () => {
  let app: ReturnType<typeof createApp>

  beforeAll(async () => {
    const snapshot = await openShippedSnapshot()
    app = createApp({ current: () => snapshot })
  }, 120_000)

  async function post(body: unknown, accept = 'application/json'): Promise<Response> {
    const headers = { 'Content-Type': 'application/json', Accept: accept }
    return app.request('/ask', { method: 'POST', headers, body: JSON.stringify(body) })
  }

  it.each([
    ['When was Lambda released, and who bought Firebase?', [/14 November 2014/, /Google/]],
    ['Docker 是哪年誕生的？還有 Firebase 被誰收購？', [/2013年/, /谷歌/]],
    ['who are you, and when was Docker born?', [/I’m Footnote/, /2013/]],
    ['这篇文章是谁写的？另外Lambda什么时候发布的', [/gitmilk/, /2014年11月14日/]],
  ])('are both answered: %s', async (question, says) => {
    const answer = (await (await post({ question })).json()) as Answer
    expect(answer.kind).toBe('answer')
    for (const words of says) expect(answer.answer).toMatch(words)
    for (const { text, start, end, quote } of answer.citations) expect(text.slice(start, end)).toBe(quote)
  })

  it('are streamed as the answer that is given at once', async () => {
    const question = 'who wrote this, and when was Lambda released?'
    const events = (await (await post({ question }, 'text/event-stream')).text()).split('\n\n')
    const sent = events.flatMap((event) => /^event: token\ndata: (.*)$/.exec(event)?.[1] ?? [])
    const { answer } = (await (await post({ question })).json()) as Answer
    expect(sent.map((data) => (JSON.parse(data) as { text: string }).text).join('')).toBe(answer)
    expect(answer).toMatch(/gitmilk.*14 November 2014/s)
  })
})
