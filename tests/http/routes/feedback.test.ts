import { describe, expect, it, vi } from 'vitest'
import { createApp } from '../../../src/http/create-app.ts'
import { feedbackInterface } from '../../../src/http/routes/feedback.ts'
import { silentLog } from '../../../src/log.ts'
import type { FeedbackRecord } from '../../../src/question-log/feedback.ts'
import type { LogEntry } from '../../../src/question-log/question-log.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'
import { problemOf } from '../../support/problem-of.ts'

/** An app, and what is kept of the feedback that it gets. */
function keepingApp() {
  const records: FeedbackRecord[] = []
  const entries: LogEntry[] = []
  const questionLog = { record: async (entry: LogEntry) => entries.push(entry) > 0 }
  const feedback = { record: async (record: FeedbackRecord) => void records.push(record) }
  const app = createApp({
    current: () => fakeSnapshot(),
    interfaces: [feedbackInterface({ feedback, questionLog })],
    questionLog,
  })
  const post = (path: string, body: unknown) => {
    const headers = { 'Content-Type': 'application/json' }
    return app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  return { app, post, records, entries }
}

describe('POST /feedback', () => {
  it('keeps a vote, and all that the client says of the answer', async () => {
    const { post, records, entries } = keepingApp()
    const given = { question: 'Lambda?', answer: '2014.[1]', paragraphs: ['cloud#aa11'] }
    const response = await post('/feedback', { ...given, vote: 'down', reason: 'wrong-source' })
    expect(response.status).toBe(204)
    expect(await response.text()).toBe('')
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(records).toEqual([{ ...given, at, through: 'http', rating: 'down', comment: 'wrong-source' }])
    expect(entries).toEqual([])
  })

  it('keeps it beside the question where the answer is named', async () => {
    const { post, records, entries } = keepingApp()
    const answerId = (await post('/ask', { question: 'Lambda?' })).headers.get('X-Request-Id')
    expect((await post('/feedback', { vote: 'up', answerId })).status).toBe(204)
    expect(entries).toMatchObject([
      { type: 'question', id: answerId },
      { type: 'feedback', answer: answerId, rating: 'up' },
    ])
    expect(records).toMatchObject([{ rating: 'up', answerId, paragraphs: [] }])
  })

  it('takes null for absent, and drops what it does not know', async () => {
    const { post, records } = keepingApp()
    const absent = { answerId: null, question: null, answer: null, paragraphs: null, reason: null }
    expect((await post('/feedback', { vote: 'up', ...absent, name: 'Ada' })).status).toBe(204)
    expect(records).toEqual([{ at: expect.any(String), through: 'http', rating: 'up', paragraphs: [] }])
  })

  it.each([
    [{}, '#/vote'],
    [{ vote: 'sideways' }, '#/vote'],
    [{ vote: 'up', reason: 'a'.repeat(1001) }, '#/reason'],
    [{ vote: 'up', question: 'a'.repeat(1001) }, '#/question'],
    [{ vote: 'up', answer: 'a'.repeat(8001) }, '#/answer'],
    [{ vote: 'up', paragraphs: Array(21).fill('a#b') }, '#/paragraphs'],
    [{ vote: 'up', paragraphs: [1] }, '#/paragraphs/0'],
    [{ vote: 'up', answerId: 'a\0' }, '#/answerId'],
    [[], '#'],
  ])('refuses %.60j', async (body, pointer) => {
    const { post, records } = keepingApp()
    const response = await post('/feedback', body)
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toMatchObject([{ pointer }])
    expect(records).toEqual([])
  })

  it('says so when it cannot be kept, and logs nobody’s words', async () => {
    const log = { ...silentLog, info: vi.fn(), error: vi.fn() }
    const feedback = { record: () => Promise.reject(new Error('disk full')) }
    const app = createApp({
      current: () => fakeSnapshot(),
      log,
      interfaces: [feedbackInterface({ feedback })],
    })
    const body = JSON.stringify({ vote: 'down', question: 'secret' })
    const headers = { 'Content-Type': 'application/json' }
    const response = await app.request('/feedback', { method: 'POST', headers, body })
    expect(response.status).toBe(500)
    expect(log.error).toHaveBeenCalledOnce()
    expect(JSON.stringify([log.info.mock.calls, log.error.mock.calls])).not.toContain('secret')
  })
})
