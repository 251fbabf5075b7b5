import type { Article } from '../domain/article.ts'
import type { WrittenQuestion, WrittenQuestions } from './written-questions.ts'

/** Something to say about the corpus folder, for the person who keeps it. */
export interface CorpusNote {
  /** Path below the corpus folder, with forward slashes; empty for the folder as a whole. */
  readonly source: string
  /** One line that names the file, says what is the matter and what to do about it. */
  readonly message: string
}

/** Something in the corpus folder that was left out, and why. */
export type CorpusProblem = CorpusNote

/** What an article was made of, in hashes (SHA-256, hex). */
export interface ArticleOrigin {
  /** Fingerprint of the file and of the way files are read: as long as it stays the same, so does the article. */
  readonly file: string
  /** Fingerprint of the article itself, which new white space in the file does not change. */
  readonly content: string
}

/** Everything that an index is built from. */
export interface Corpus {
  /** Sorted by source. */
  readonly articles: readonly Article[]
  /** What the sidecars hold, in the order of the articles; every paragraph exists, every quote is verbatim. */
  readonly writtenQuestions: readonly WrittenQuestions[]
  /** Questions that it is known not to answer. */
  readonly unanswered: readonly WrittenQuestion[]
  readonly problems: readonly CorpusProblem[]
  /** What a person should know although nothing of use was left out: what was mended, skipped or renamed. */
  readonly notes?: readonly CorpusNote[]
  /** SHA-256, in hex, over all content that shapes the index. */
  readonly hash: string
  /** Where the articles were read from files: their origins, by source. */
  readonly origins?: ReadonlyMap<string, ArticleOrigin>
}
