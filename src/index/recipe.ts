import type { Corpus } from '../corpus/corpus.ts'
import type { Passage } from '../domain.ts'
import type { FingerprintedEmbeddings } from '../embeddings/fingerprinted-embeddings.ts'
import type { Sections } from './container.ts'

/** How an index is made from a corpus. Two builds of one corpus by one recipe are the same. */
export interface IndexRecipe {
  /** Fingerprint of the embeddings that it uses. */
  readonly embedder: string
  /** Names the way passages and lexicon are made; changes whenever they would. */
  readonly analysis: string
  /** Loads what a build needs. An index that is up to date needs none of it. */
  prepare(): Promise<IndexTools>
}

/** What a build works with. */
export interface IndexTools {
  readonly embeddings: FingerprintedEmbeddings
  /** What is embedded and retrieved, in the order of the paragraphs. */
  toPassages(corpus: CorpusContent): readonly Passage[]
  /** The lexical data of the passages, as it is stored. */
  toLexicon(
    passages: readonly Passage[],
    corpus: CorpusContent,
    signal?: AbortSignal,
  ): Sections | Promise<Sections>
}

export type CorpusContent = Pick<Corpus, 'articles' | 'writtenQuestions'>
