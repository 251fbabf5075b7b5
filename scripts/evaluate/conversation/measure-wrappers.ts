import type { Ask } from '../../../src/domain/ask.ts'
import type { AskRequest } from '../../../src/domain/question.ts'
import { detectLanguage } from '../../../src/text/languages.ts'
import type { EvaluationQuestion } from '../question-set.ts'
import { requestOf } from '../run-questions.ts'
import { type Wrapper, wrappersFor } from './wrappers.ts'

export interface WrappedCount {
  readonly wrapper: Wrapper
  asked: number
  /** Answered with the same first citation as the bare question, or declined like it. */
  kept: number
}

/** Asks every question bare and in wrappers. */
export async function measureWrappers(
  questions: readonly EvaluationQuestion[],
  ask: Ask,
  onLost: (wrapped: string) => void = () => undefined,
): Promise<WrappedCount[]> {
  const counts = new Map<string, WrappedCount>()
  for (const [at, question] of questions.entries()) {
    const request = requestOf(question)
    const bare = await firstCited(ask, request)
    for (const wrapper of wrappersFor(detectLanguage(question.q), at)) {
      const wrapped = wrapper.before + question.q + wrapper.behind
      const key = JSON.stringify(wrapper)
      const count = counts.get(key) ?? { wrapper, asked: 0, kept: 0 }
      counts.set(key, count)
      count.asked++
      if ((await firstCited(ask, { ...request, question: wrapped })) === bare) count.kept++
      else onLost(wrapped)
    }
  }
  return [...counts.values()]
}

async function firstCited(ask: Ask, request: AskRequest): Promise<string | undefined> {
  return (await ask(request)).citations[0]?.id
}
