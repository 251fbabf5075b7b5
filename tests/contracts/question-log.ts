import { describe, expect, it } from 'vitest'
import type {
  FeedbackEntry,
  LogEntry,
  QuestionEntry,
  QuestionLog,
} from '../../src/question-log/question-log.ts'

export const QUESTION: QuestionEntry = {
  type: 'question',
  id: '0f4b',
  at: '2026-03-01T10:00:00.000Z',
  through: 'discord',
  place: '1184000000000000004/1184000000000000003',
  question: 'Lambda 什麼時候\n發布的?\u2028😀',
  isFollowUp: false,
  kind: 'answer',
  confidence: 0.93,
  language: 'zh-Hant',
  answerer: 'extractive',
  paragraphs: ['cloud#aa11'],
  generation: 'g1',
}

export const FEEDBACK: FeedbackEntry = {
  type: 'feedback',
  answer: '0f4b',
  at: '2026-03-01T10:01:00.000Z',
  rating: 'down',
  comment: 'It was 2015',
}

export interface QuestionLogHarness {
  readonly questionLog: QuestionLog
  /** What is kept, oldest first. */
  kept(): Promise<LogEntry[]>
}

/** What everything that keeps questions must do. */
export function describeQuestionLog(name: string, create: () => Promise<QuestionLogHarness>): void {
  describe(`${name} keeps questions`, () => {
    it('word for word, and what people thought of the answers', async () => {
      const { questionLog, kept } = await create()
      expect(await questionLog.record(QUESTION)).toBe(true)
      expect(await questionLog.record(FEEDBACK)).toBe(true)
      expect(await kept()).toEqual([QUESTION, FEEDBACK])
    })

    it('of many at once, each whole and in order', async () => {
      const { questionLog, kept } = await create()
      const entries = Array.from({ length: 50 }, (_, index) => ({ ...QUESTION, id: String(index) }))
      await Promise.all(entries.map((entry) => questionLog.record(entry)))
      expect(await kept()).toEqual(entries)
    })
  })
}
