import type { Ask } from './ask.ts'
import type { Language } from './language.ts'
import type { Library } from './library.ts'
import type { Search } from './search.ts'

/** One built index, opened: what every interface (HTTP, Discord, CLI, Worker) is given. */
export interface IndexSnapshot {
  /** Names this build of the index. */
  readonly id: string
  readonly library: Library
  readonly ask: Ask
  readonly search: Search
  /** Questions that the corpus is known to answer, for suggestions. */
  readonly suggestions: readonly Suggestion[]
}

/** A question that a paragraph is known to answer. */
export interface Suggestion {
  readonly question: string
  readonly language: Language
  readonly paragraphId: string
}
