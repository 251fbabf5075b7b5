import type { Degradation } from '../domain/answer.ts'
import type { AskOptions } from '../domain/ask.ts'
import type { Language } from '../domain/language.ts'
import type { Library } from '../domain/library.ts'
import type { Retrieval } from '../retrieval/retriever.ts'
import type { Claim } from './citations.ts'

/** What there is to answer from, and how. It is known that the corpus answers. */
export interface AnswerTask {
  readonly retrieval: Retrieval
  readonly library: Library
  /** How many paragraphs may be cited, at least 1. */
  readonly maxCitations: number
  /** Language that the answer should be in. */
  readonly language: Language
  /** Whether quotes keep what is set apart within their lines. */
  readonly inlineMarkup?: boolean
  /** Whether to say as little as will do, for somebody who wants it shorter. @default false */
  readonly isBrief?: boolean
  /** When the question came, in milliseconds of `performance.now()`. */
  readonly startedAt: number
  readonly signal?: AbortSignal | undefined
  readonly onStage?: AskOptions['onStage']
  /** Called by an answerer that writes bit by bit; what it has not sent is sent when it is done. */
  readonly onPart?: AskOptions['onPart']
}

/** What an answerer makes: a text with markers, and the words that each marker stands for, in order. */
export interface DraftedAnswer {
  /** Markdown, with a marker `[n]` for each claim. */
  readonly answer: string
  /** At least one; their quotes are verified before they leave. */
  readonly claims: readonly Claim[]
  /** Language that the text is in. */
  readonly language: Language
  /** What made it, see {@link Answer.answerer}. */
  readonly answerer: string
  readonly degraded?: Degradation
}

/** Answers a question from what was retrieved for it; nothing where that does not say. */
export type Answerer = (task: AnswerTask) => DraftedAnswer | undefined | Promise<DraftedAnswer | undefined>
