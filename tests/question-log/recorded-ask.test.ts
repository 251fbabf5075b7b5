import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import type { LogEntry } from '../../src/question-log/question-log.ts'
import { recordedAsk } from '../../src/question-log/recorded-ask.ts'
import { fakeSnapshot, LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

function keeping() {
  const entries: LogEntry[] = []
  const questionLog = {
    record: async (entry: LogEntry) => {
      entries.push(entry)
      return true
    },
  }
  return { entries, questionLog }
}

describe('recordedAsk', () => {
  it('answers as the snapshot does and keeps what came of the question, without its history', async () => {
    const { entries, questionLog } = keeping()
    const ask = recordedAsk(fakeSnapshot(), questionLog, { id: 'a1', through: 'discord', place: '1/2' })
    const history = [{ role: 'user', content: 'my name is Alice' }] as const
    const answer = await ask({ question: 'Lambda?', history })
    expect(answer.answer).toBe(`${LAMBDA_SENTENCE}[1]`)
    expect(entries).toMatchObject([
      {
        type: 'question',
        id: 'a1',
        through: 'discord',
        place: '1/2',
        question: 'Lambda?',
        isFollowUp: true,
        kind: 'answer',
        confidence: 0.9,
        paragraphs: ['cloud#aa11'],
        generation: 'generation-1',
      },
    ])
    expect(JSON.stringify(entries)).not.toContain('Alice')
  })

  it('keeps what was declined, too', async () => {
    const { entries, questionLog } = keeping()
    await recordedAsk(fakeSnapshot(), questionLog, { id: 'a1', through: 'cli' })({ question: 'weather?' })
    expect(entries).toMatchObject([{ kind: 'declined', paragraphs: [], isFollowUp: false }])
  })

  it('does not wait for the log', async () => {
    const questionLog = { record: () => new Promise<boolean>(() => {}) }
    const answer = await recordedAsk(fakeSnapshot(), questionLog, { id: 'a1', through: 'cli' })({
      question: 'Lambda?',
    })
    expect(answer.answered).toBe(true)
  })
})

describe('over HTTP', () => {
  it('a question is kept under the id of its request', async () => {
    const { entries, questionLog } = keeping()
    const app = createApp({ current: () => fakeSnapshot(), questionLog })
    const response = await app.request('/ask?q=Lambda', { headers: { 'X-Request-Id': 'request-7' } })
    expect(response.status).toBe(200)
    expect(response.headers.get('X-Request-Id')).toBe('request-7')
    expect(entries).toMatchObject([{ id: 'request-7', through: 'http', question: 'Lambda', kind: 'answer' }])
  })
})
