import type { AskRequest } from '../../src/domain/question.ts'
import type { EvaluationQuestion } from './question-set.ts'
import { type Outcome, type Score, scoreAnswer } from './score-answer.ts'

/** Asks the pipeline, wherever it runs. */
export type AskPipeline = (request: AskRequest) => Promise<NonNullable<Outcome['answer']>>

export interface ScoredQuestion {
  readonly question: EvaluationQuestion
  readonly outcome: Outcome
  readonly score: Score
}

/**
 * Asks questions one after the other, so that their times are their own. One that fails is scored as failed.
 *
 * @param onError called with the reason when one failed
 */
export async function runQuestions(
  questions: readonly EvaluationQuestion[],
  ask: AskPipeline,
  onError: (question: EvaluationQuestion, error: unknown) => void = () => undefined,
): Promise<ScoredQuestion[]> {
  const scored: ScoredQuestion[] = []
  for (const question of questions) {
    const start = performance.now()
    const answer = await ask(requestOf(question)).catch((error: unknown) => {
      onError(question, error)
      return undefined
    })
    const outcome = { answer, milliseconds: performance.now() - start }
    scored.push({ question, outcome, score: scoreAnswer(question, outcome) })
  }
  return scored
}

/** As a person would have asked it, with the questions before it. */
export function requestOf({ q, history = [] }: EvaluationQuestion): AskRequest {
  return { question: q, history: history.map((content) => ({ role: 'user', content })) }
}
