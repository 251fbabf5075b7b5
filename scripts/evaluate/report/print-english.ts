import { detectLanguage } from '../../../src/text/languages.ts'
import type { ScoredQuestion } from '../run-questions.ts'
import { decimal } from './print-summary.ts'

/** How many English questions, follow-ups aside, were answered in English beside the right citation; for a terminal. */
export function printEnglish(scored: readonly ScoredQuestion[]): string {
  const asked = scored.filter(
    ({ question, score }) => question.lang === 'en' && question.history === undefined && !score.unanswerable,
  )
  const inEnglish = asked.filter(
    ({ outcome: { answer }, score }) => score.answered && detectLanguage(answer?.answer ?? '') === 'en',
  )
  const share = (part: readonly ScoredQuestion[]) =>
    decimal(asked.length === 0 ? undefined : part.length / asked.length)
  const right = inEnglish.filter(({ score }) => score.citedAmongThree)
  const first = inEnglish.filter(({ score }) => score.citedFirst)
  return `English questions: n ${asked.length}  in English ${share(inEnglish)}  with the right citation ${share(right)}  cited first ${share(first)}`
}
