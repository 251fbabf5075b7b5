import { type Runnable, RunnableLambda } from '@langchain/core/runnables'
import type { Answer } from '../domain/answer.ts'
import type { Ask } from '../domain/ask.ts'
import type { AskRequest } from '../domain/question.ts'

/**
 * Makes a LangChain runnable that answers a question, alone or with its history, with verified citations. The `signal`
 * and `timeout` of the config stop the work itself, not only the wait for it.
 *
 * @example
 * ```ts
 * const { answer, citations } = await askRunnable(footnote.ask).invoke('When was Lambda released?')
 * ```
 */
export function askRunnable(ask: Ask): Runnable<AskRequest | string, Answer> {
  return RunnableLambda.from((input: AskRequest | string, { signal }) =>
    ask(typeof input === 'string' ? { question: input } : input, signal === undefined ? {} : { signal }),
  )
}
