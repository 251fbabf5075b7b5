import type { JudgedParagraph, JudgedRetrieval } from '../../src/answer/confidence/confidence-features.ts'
import type { RankedParagraph } from '../../src/retrieval/retriever.ts'

/** A candidate, without the sentences and the surroundings that its features were taken from. */
export type RankedExample = JudgedParagraph & Pick<RankedParagraph, 'paragraphRow' | 'score'>

/** What was retrieved for a question; a corpus of them fits into memory. */
export interface RetrievedExample extends JudgedRetrieval {
  readonly ranked: readonly RankedExample[]
}

/** A question of known answer, and what was retrieved for it. */
export interface Example {
  /** The set it is from. Every set counts by its weight, however many examples it has. */
  readonly set: string
  /** What the set is about: the shipped article, documentation with near misses, or a public set without. */
  readonly source: 'article' | 'documentation' | 'public'
  readonly retrieval: RetrievedExample
  /** Rows of the paragraphs that answer it; empty where the corpus does not. */
  readonly gold: ReadonlySet<number>
  /** Examples of the same group (a paragraph's, as a rule) are never split between training and testing. */
  readonly group: number
}
