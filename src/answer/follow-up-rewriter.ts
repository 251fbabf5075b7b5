import type { AskOptions } from '../domain/ask.ts'
import type { Language } from '../domain/language.ts'
import type { Turn } from '../domain/question.ts'

/** A question that leans on the turns before it. */
export interface FollowUp extends Pick<AskOptions, 'signal' | 'onStage'> {
  readonly question: string
  /** Oldest first; not empty. */
  readonly history: readonly Turn[]
  readonly language: Language
  /** When the question came, in milliseconds of `performance.now()`. */
  readonly startedAt: number
}

/** Says a follow-up as a question that stands alone; nothing where that fails. */
export type FollowUpRewriter = (followUp: FollowUp) => Promise<string | undefined>
