import type { Answer } from '../domain/answer.ts'
import type { Language } from '../domain/language.ts'
import type { Stage } from '../domain/stage.ts'

/** A question or a search that has come to its end. Holds nobody's words. */
export interface AskEvent {
  /** The interface that asked, e.g. `http`, `openai`, `discord`. */
  readonly through: string
  readonly task: 'question' | 'search'
  /** What became of it; `refused` for an unusable request and where too many wait, `abandoned` where the client left. */
  readonly outcome: Answer['kind'] | 'found' | 'refused' | 'abandoned' | 'failed'
  /** When it came, in milliseconds since 1970. */
  readonly start: number
  readonly milliseconds: number
  readonly stages: readonly Stage[]
  /** What made the answer, and whether something else should have. */
  readonly answerer?: string
  readonly degraded?: boolean
  readonly language?: Language
  readonly confidence?: number
}

/** Called after every question and search. */
export type AskObserver = (event: AskEvent) => void
