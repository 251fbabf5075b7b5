import { describe, expect, it } from 'vitest'
import type { EvaluationQuestion } from '../../../scripts/evaluate/question-set.ts'
import { type Outcome, scoreAnswer } from '../../../scripts/evaluate/score-answer.ts'
import type { Citation } from '../../../src/domain/citation.ts'

const QUESTION: EvaluationQuestion = {
  q: 'Lambda 什麼時候發布的?',
  lang: 'zh-Hant',
  kind: 'when',
  gold: ['亞馬遜AWS發布了新產品Lambda'],
  answer: ['2014年11月14日'],
}
const UNANSWERABLE: EvaluationQuestion = {
  q: '晚餐吃什麼',
  lang: 'zh-Hant',
  kind: 'none',
  gold: [],
  answer: [],
}

const RIGHT = '2014年11月14日,亞馬遜 AWS 發布了新產品lambda。'
const OTHER = 'Docker 誕生於舊金山。'

function cited(text: string, quote = text): Citation {
  const start = Math.max(0, text.indexOf(quote))
  const place = { id: 'a#1', article: 'a', title: 'A', section: '', paragraph: 1, url: '/articles/a#1' }
  const fields = { kind: 'prose', language: 'zh-Hant', textStart: 0 } as const
  return { ...place, ...fields, marker: 1, text, quote, start, end: start + quote.length, score: 1 }
}

function answered(
  citations: readonly Citation[],
  answer = citations.map(({ quote }) => quote).join(' '),
  answerer = 'extractive',
): Outcome {
  return {
    answer: { answered: true, answer, citations, confidence: 0.9, related: [], answerer },
    milliseconds: 3,
  }
}

const DECLINED: Outcome = {
  answer: {
    answered: false,
    answer: '文章沒有提到。',
    citations: [],
    confidence: 0.1,
    related: [],
    answerer: 'extractive',
  },
  milliseconds: 2,
}

describe('scoreAnswer', () => {
  it('finds gold words whatever their width, case and white space', () => {
    expect(scoreAnswer(QUESTION, answered([cited(RIGHT)]))).toEqual({
      unanswerable: false,
      failed: false,
      answered: true,
      citedFirst: true,
      citedAmongThree: true,
      holdsAnswer: true,
      quotesAreVerbatim: true,
      milliseconds: 3,
    })
  })

  it.each([
    [1, { citedFirst: false, citedAmongThree: true }],
    [2, { citedFirst: false, citedAmongThree: true }],
    [3, { citedFirst: false, citedAmongThree: false }],
  ])('tells the first citation from the first three (%i before it)', (before, expected) => {
    const citations = [...Array.from({ length: before }, () => cited(OTHER)), cited(RIGHT)]
    expect(scoreAnswer(QUESTION, answered(citations))).toMatchObject(expected)
  })

  it('wants the answer in the text of the answer, not in the citation', () => {
    expect(scoreAnswer(QUESTION, answered([cited(RIGHT)], '發布了新產品'))).toMatchObject({
      citedFirst: true,
      holdsAnswer: false,
    })
  })

  it('judges an answer in other words by the words that it cites', () => {
    const written = (quote: string) =>
      scoreAnswer(QUESTION, answered([cited(RIGHT, quote)], 'On 14 November 2014.', 'written'))
    expect(written('2014年11月14日').holdsAnswer).toBe(true)
    expect(written('新產品').holdsAnswer).toBe(false)
  })

  it('counts characters, not code units, against the longest answer', () => {
    const filled = (length: number) => '2014年11月14日'.padEnd(11, ' ') + '𠮷'.repeat(length - 11)
    const score = (length: number) => scoreAnswer(QUESTION, answered([cited(RIGHT)], filled(length)))
    expect(score(280).holdsAnswer).toBe(true)
    expect(score(281).holdsAnswer).toBe(false)
  })

  it('takes a declined question for a miss, even if its text held the answer', () => {
    const declined = { ...DECLINED, answer: { ...DECLINED.answer, answer: '2014年11月14日' } } as Outcome
    expect(scoreAnswer(QUESTION, declined)).toMatchObject({
      answered: false,
      citedFirst: false,
      citedAmongThree: false,
      holdsAnswer: false,
    })
  })

  it.each([
    ['a quote that its paragraph does not hold', cited(RIGHT, '2015年')],
    ['an empty quote', cited(RIGHT, '')],
  ])('notices %s among good ones', (_, bad) => {
    expect(scoreAnswer(QUESTION, answered([cited(RIGHT), bad])).quotesAreVerbatim).toBe(false)
  })

  it('knows a question that cannot be answered, declined or not', () => {
    expect(scoreAnswer(UNANSWERABLE, DECLINED)).toMatchObject({ unanswerable: true, answered: false })
    expect(scoreAnswer(UNANSWERABLE, answered([cited(OTHER)]))).toMatchObject({
      unanswerable: true,
      answered: true,
    })
  })

  it('tells one that failed from one that was declined', () => {
    expect(scoreAnswer(QUESTION, { answer: undefined, milliseconds: 1 })).toMatchObject({
      failed: true,
      answered: false,
      quotesAreVerbatim: true,
    })
    expect(scoreAnswer(QUESTION, DECLINED).failed).toBe(false)
  })
})
