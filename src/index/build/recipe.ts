import type { ClaimChecker } from '../../claims/check-claim.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import type { Passage } from '../../domain/passage.ts'
import type { FingerprintedEmbeddings } from '../../embeddings/fingerprinted-embeddings.ts'
import type { Sections } from '../format/container.ts'
import type { RecipeFingerprints } from '../format/manifest.ts'
import type { OpenIndex } from '../open.ts'

/** How an index is made from a corpus. Two builds of one corpus by one recipe are the same. */
export interface IndexRecipe extends RecipeFingerprints {
  /**
   * Loads what a build needs. An index that is up to date needs none of it.
   *
   * @param previous an index that may hold some of it already, where the recipe's own fingerprints say so
   * @param signal ends what the embeddings have under way
   */
  prepare(previous?: OpenIndex, signal?: AbortSignal): Promise<IndexTools>
}

/** What a build works with. */
export interface IndexTools {
  readonly embeddings: FingerprintedEmbeddings
  /** What is embedded and retrieved, in the order of the paragraphs. */
  toPassages(corpus: CorpusContent): readonly Passage[]
  /**
   * The lexical data of the passages, as it is stored.
   *
   * @param reusedRows for each passage, the row of the previous index with the same text, or −1
   */
  toLexicalIndex(
    passages: readonly Passage[],
    corpus: CorpusContent,
    reusedRows: Int32Array,
    signal?: AbortSignal,
  ): Sections | Promise<Sections>
  /** Holds what was written ahead to its words. */
  readonly claims: Pick<ClaimChecker, 'check'>
}

export type CorpusContent = Pick<Corpus, 'articles' | 'writtenQuestions' | 'unanswered'>
