import { expect, it } from 'vitest'
import { printEnglish } from '../../../scripts/evaluate/report/print-english.ts'
import type { ScoredQuestion } from '../../../scripts/evaluate/run-questions.ts'

const scored = (answer: string, cited: boolean, question: Partial<ScoredQuestion['question']> = {}) =>
  ({
    question: { lang: 'en', ...question },
    outcome: { answer: { answer } },
    score: { unanswerable: false, answered: true, citedFirst: cited, citedAmongThree: cited },
  }) as unknown as ScoredQuestion

it('counts English questions that were answered in English beside the right citation', () => {
  const printed = printEnglish([
    scored('Amazon released Lambda in 2014.[1]', true),
    scored('Amazon released Lambda in 2014.[1]', false),
    scored('亞馬遜在2014年發布了新產品。[1]', true),
    scored('亞馬遜在2014年發布了新產品。[1]', true, { lang: 'zh-Hant' }),
    scored('Amazon released it in 2014.[1]', true, { history: ['What is Lambda?'] }),
  ])
  expect(printed).toBe(
    'English questions: n 3  in English 0.667  with the right citation 0.333  cited first 0.333',
  )
})
