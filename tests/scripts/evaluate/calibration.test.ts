import { describe, expect, it } from 'vitest'
import { calibrationOf, judge } from '../../../scripts/evaluate/reliability/calibration.ts'
import { scoreAnswer } from '../../../scripts/evaluate/score-answer.ts'
import type { Answer } from '../../../src/domain/answer.ts'
import type { Citation } from '../../../src/domain/citation.ts'

describe('calibrationOf', () => {
  it('is without error where the confidence is the share that was right', () => {
    const judged = Array.from({ length: 20 }, (_, i) => ({ confidence: 0.75, right: i % 4 > 0 }))
    const { bins, expectedError, brier } = calibrationOf(judged)
    expect(bins[7]).toEqual({ from: 0.7, to: 0.8, count: 20, confidence: 0.75, right: 0.75 })
    expect(expectedError).toBeCloseTo(0)
    expect(brier).toBeCloseTo(0.75 * 0.25)
  })

  it('weighs the error of each bin by its answers', () => {
    const sure = Array.from({ length: 3 }, () => ({ confidence: 1, right: false }))
    expect(calibrationOf([...sure, { confidence: 0, right: false }]).expectedError).toBeCloseTo(0.75)
  })

  it('puts 0 and 1 into the first and the last bin, and leaves empty bins without figures', () => {
    const { bins } = calibrationOf([
      { confidence: 0, right: false },
      { confidence: 1, right: true },
    ])
    expect(bins.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    expect(bins[4]).toMatchObject({ confidence: undefined, right: undefined })
  })
})

describe('judge', () => {
  const question = { q: '?', lang: 'en', kind: 'who', gold: ['the founder'], answer: [] }
  const judged = (
    answer: Pick<Answer, 'answered' | 'citations' | 'related'> | undefined,
    asked = question,
  ) => {
    const outcome = {
      answer: answer && { ...answer, answer: '', answerer: 'extractive', confidence: 0.6 },
      milliseconds: 0,
    }
    return judge({ question: asked, outcome, score: scoreAnswer(asked, outcome) })
  }
  const place = { id: '', article: '', title: '', section: '', paragraph: 1, url: '' }
  const cited = (text: string): Citation => ({
    ...place,
    kind: 'prose',
    language: 'en',
    text,
    textStart: 0,
    quote: text,
    start: 0,
    end: 1,
    marker: 1,
    score: 1,
  })
  const related = (text: string) => ({ ...place, text, textStart: 0 })

  it('asks all citations', () => {
    const answer = { answered: true, citations: [cited('somebody'), cited('The founder.')], related: [] }
    expect(judged(answer)?.right).toBe(true)
    expect(judged({ ...answer, citations: [cited('somebody')] })?.right).toBe(false)
  })

  it('asks the nearest passages where the answer was declined', () => {
    const declined = { answered: false, citations: [], related: [related('The founder.')] }
    expect(judged(declined)).toEqual({ confidence: 0.6, right: true })
    expect(judged({ ...declined, related: [] })?.right).toBe(false)
  })

  it('is never right about a question that cannot be answered', () => {
    const answer = { answered: true, citations: [cited('The founder.')], related: [] }
    expect(judged(answer, { ...question, kind: 'none' })?.right).toBe(false)
  })

  it('does not judge one that failed', () => {
    expect(judged(undefined)).toBeUndefined()
  })
})
