/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Answer } from '../../domain/answer.ts'
import type { AnswerWords } from '../words/answer-words.ts'
import { AnswerView } from './answer-view.tsx'

export interface TurnProps {
  readonly question: string
  /** What came of it: an answer, or a message that says why there is none. Neither while it is awaited. */
  readonly answer?: Answer | undefined
  readonly failure?: string | undefined
  readonly words: AnswerWords
}

/** A question and its answer. */
export function TurnView({ question, answer, failure, words }: TurnProps) {
  return (
    <article class="turn">
      <h2 class="asked" lang={answer?.language ?? ''}>
        {question}
      </h2>
      <div class={`answer ${answer?.kind ?? ''}`}>{bodyOf({ answer, failure, words })}</div>
    </article>
  )
}

function bodyOf({ answer, failure, words }: Omit<TurnProps, 'question'>): Child {
  if (answer !== undefined) return <AnswerView answer={answer} words={words} />
  return failure === undefined ? '' : <Failure message={failure} />
}

/** Why there is no answer. */
export function Failure({ message }: { readonly message: string }) {
  return <p class="failure">{message}</p>
}
