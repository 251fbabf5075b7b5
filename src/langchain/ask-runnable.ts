import { type Runnable, RunnableLambda } from '@langchain/core/runnables'
import type { Answer } from '../domain/answer.ts'
import type { Ask } from '../domain/ask.ts'
import type { AskRequest } from '../domain/question.ts'

/**
 * Asking as a LangChain runnable, for anyone's chain: a question, alone or with its history, becomes an answer with
 * verified citations. The config's `signal` and `timeout` end the asking, not only the waiting for it.
 */
export function askRunnable(ask: Ask): Runnable<AskRequest | string, Answer> {
  return RunnableLambda.from((input: AskRequest | string, { signal }) =>
    ask(typeof input === 'string' ? { question: input } : input, signal === undefined ? {} : { signal }),
  )
}
