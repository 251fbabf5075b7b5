import { describe, expect, it } from 'vitest'
import type { Feedback, FeedbackRecord } from '../../src/question-log/feedback.ts'

export interface FeedbackHarness {
  readonly feedback: Feedback
  /** What is kept, oldest first. */
  kept(): Promise<Partial<FeedbackRecord>[]>
}

export const RECORD: FeedbackRecord = {
  at: '2026-03-01T10:00:00.000Z',
  rating: 'up',
  through: 'discord',
  user: '1184000000000000001',
  message: '1184000000000000002',
  channel: '1184000000000000003',
  server: '1184000000000000004',
  question: 'Lambda 什麼時候\n發布的?\u2028😀',
  answer: '2014年11月14日。[1]',
  paragraphs: ['cloud#aa11', 'notes/ships#a1b2'],
}

/** What everything that keeps feedback must do. */
export function describeFeedback(name: string, create: () => Promise<FeedbackHarness>): void {
  describe(`${name} keeps feedback`, () => {
    it('with all that it takes to count it', async () => {
      const { feedback, kept } = await create()
      await feedback.record(RECORD)
      const { question: _question, answer: _answer, ...countable } = RECORD
      expect(await kept()).toMatchObject([countable])
    })

    it('in order, every press of it', async () => {
      const { feedback, kept } = await create()
      await feedback.record(RECORD)
      await feedback.record({ ...RECORD, rating: 'down' })
      expect((await kept()).map(({ rating }) => rating)).toEqual(['up', 'down'])
    })

    it('of many at once', async () => {
      const { feedback, kept } = await create()
      const users = Array.from({ length: 50 }, (_, index) => String(index))
      await Promise.all(users.map((user) => feedback.record({ ...RECORD, user })))
      expect((await kept()).map(({ user }) => user)).toEqual(users)
    })
  })
}
