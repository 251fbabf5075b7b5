import type { Answer } from './answer.ts'
import type { Citation } from './citation.ts'
import type { AskRequest } from './question.ts'
import type { Stage } from './stage.ts'

/**
 * Answers a question from one snapshot of the index.
 *
 * @throws InvalidRequestError for an unusable request
 */
export type Ask = (request: AskRequest, options?: AskOptions) => Promise<Answer>

export interface AskOptions {
  readonly signal?: AbortSignal
  /** Called at the end of each step of the work, for those who measure it. */
  readonly onStage?: (stage: Stage) => void
  /** Called with the parts of the answer as they become known; all tokens joined are `answer`. */
  readonly onPart?: (part: AnswerPart) => void
}

/** A part of an answer on its way, see {@link AskOptions.onPart}. Nothing that was sent is ever taken back. */
export type AnswerPart =
  | { readonly type: 'citations'; readonly citations: readonly Citation[] }
  | { readonly type: 'token'; readonly text: string }
