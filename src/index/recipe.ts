import type { Corpus } from '../corpus/corpus.ts'
import type { Passage } from '../domain.ts'
import type { FingerprintedEmbeddings } from '../embeddings/fingerprinted-embeddings.ts'
import type { Sections } from './container.ts'

/** How an index is made from a corpus. Two builds of one corpus by one recipe are the same. */
export interface IndexRecipe {
  readonly embeddings: FingerprintedEmbeddings
  /** Names the way passages and lexicon are made; changes whenever they would. */
  readonly analysis: string
  /** What is embedded and retrieved, in the order of the paragraphs. */
  readonly toPassages: (corpus: Pick<Corpus, 'articles' | 'writtenQuestions'>) => readonly Passage[]
  /** The lexical data of the passages, as it is stored. */
  readonly toLexicon: (
    passages: readonly Passage[],
    corpus: Pick<Corpus, 'articles' | 'writtenQuestions'>,
    signal?: AbortSignal,
  ) => Sections | Promise<Sections>
}
