import type { Answer } from '../../src/domain/answer.ts'
import type { Ask } from '../../src/domain/ask.ts'
import { InvalidRequestError } from '../../src/errors.ts'
import type { QuestionGroup } from '../../src/question-log/group-questions.ts'

/** What the articles answer now, by the question. */
export type AnswersNow = ReadonlyMap<string, Answer>

/** Asks each group's question by itself, once however many lists it is in. */
export async function askAgain(groups: readonly QuestionGroup[], ask: Ask): Promise<AnswersNow> {
  const answers = new Map<string, Answer>()
  for (const { question } of groups) {
    if (answers.has(question)) continue
    try {
      answers.set(question, await ask({ question }))
    } catch (error) {
      // What an earlier version took for a question may be none to this one.
      if (!(error instanceof InvalidRequestError)) throw error
    }
  }
  return answers
}
