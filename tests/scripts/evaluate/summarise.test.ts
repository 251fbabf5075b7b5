import { describe, expect, it } from 'vitest'
import {
  groupsOf,
  percentile,
  summarise,
  summariseByGroup,
} from '../../../scripts/evaluate/report/summarise.ts'
import type { Score } from '../../../scripts/evaluate/score-answer.ts'

const HIT: Score = {
  unanswerable: false,
  failed: false,
  answered: true,
  citedFirst: true,
  citedAmongThree: true,
  holdsAnswer: true,
  quotesAreVerbatim: true,
  milliseconds: 1,
}
const MISS: Score = { ...HIT, citedFirst: false, citedAmongThree: false, holdsAnswer: false }
const LOST: Score = { ...MISS, answered: false }
const RIGHTLY_DECLINED: Score = { ...LOST, unanswerable: true }
const MADE_UP: Score = { ...MISS, unanswerable: true }

describe('summarise', () => {
  it('takes shares of the answerable questions, and counts the declined among them as missed', () => {
    const summary = summarise([HIT, { ...HIT, citedFirst: false }, MISS, LOST, RIGHTLY_DECLINED])
    expect(summary).toMatchObject({
      answerable: 4,
      unanswerable: 1,
      citedFirst: 1 / 4,
      citedAmongThree: 2 / 4,
      holdsAnswer: 2 / 4,
    })
  })

  it('measures abstention by what was declined and by what should have been', () => {
    const summary = summarise([HIT, LOST, RIGHTLY_DECLINED, RIGHTLY_DECLINED, MADE_UP, MADE_UP, MADE_UP])
    expect(summary.abstentionPrecision).toBeCloseTo(2 / 3)
    expect(summary.abstentionRecall).toBeCloseTo(2 / 5)
    expect(summary.abstentionF1).toBeCloseTo(1 / 2)
  })

  it('gives no share of nothing, and no abstention where nothing was declined', () => {
    expect(summarise([MADE_UP])).toMatchObject({
      citedFirst: undefined,
      abstentionPrecision: 0,
      abstentionRecall: 0,
      abstentionF1: 0,
    })
  })

  it('counts bad quotes and failures', () => {
    const summary = summarise([HIT, { ...HIT, quotesAreVerbatim: false }, { ...LOST, failed: true }])
    expect(summary).toMatchObject({ badQuotes: 1, errors: 1 })
  })
})

describe('summariseByGroup', () => {
  it('keeps follow-ups apart from their language, and puts all of them last', () => {
    const summaries = summariseByGroup([
      { question: { lang: 'zh-Hant' }, score: HIT },
      { question: { lang: 'en' }, score: MISS },
      { question: { lang: 'en', history: ['earlier'] }, score: HIT },
    ])
    expect([...summaries.keys()]).toEqual(['en', 'follow-ups', 'follow-ups en', 'zh-Hant', 'all'])
    expect(summaries.get('en')?.citedFirst).toBe(0)
    expect(summaries.get('follow-ups')?.citedFirst).toBe(1)
    expect(summaries.get('all')?.answerable).toBe(3)
  })

  it('takes a question with an empty history for a follow-up, as whoever wrote the set did', () => {
    expect(groupsOf({ lang: 'en', history: [] })).toContain('follow-ups')
  })
})

describe('percentile', () => {
  it.each([
    [0.5, 3],
    [0.99, 5],
    [0, 1],
    [1, 5],
  ])('finds the value that a share of %f lies below', (part, expected) => {
    expect(percentile([5, 1, 4, 2, 3], part)).toBe(expected)
  })

  it('is 0 for no values, and sorts by number', () => {
    expect(percentile([], 0.5)).toBe(0)
    expect(percentile([10, 9, 100], 0.5)).toBe(10)
  })
})
