import type { Answer } from '../../src/domain/answer.ts'
import type { Ask } from '../../src/domain/ask.ts'
import { InvalidRequestError } from '../../src/errors.ts'

/** What the articles answer now, by the question. */
export type AnswersNow = ReadonlyMap<string, Answer>

/** Asks each question by itself, once however often it is named. */
export async function askAgain(questions: readonly string[], ask: Ask): Promise<AnswersNow> {
  const answers = new Map<string, Answer>()
  for (const question of new Set(questions)) {
    try {
      answers.set(question, await ask({ question }))
    } catch (error) {
      // What an earlier version took for a question may be none to this one.
      if (!(error instanceof InvalidRequestError)) throw error
    }
  }
  return answers
}
