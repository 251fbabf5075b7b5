import type { DraftedAnswer } from './answerer.ts'
import { citationsOf } from './citations.ts'

/** What was drafted, as an answer whose quotes are verified. */
export function answered(
  { answer, claims, language, answerer, degraded }: DraftedAnswer,
  inlineMarkup: boolean,
) {
  return {
    kind: 'answer' as const,
    answered: true,
    answer,
    citations: citationsOf(claims, inlineMarkup),
    answerLanguage: language,
    answerer,
    related: [],
    ...(degraded && { degraded }),
  }
}
