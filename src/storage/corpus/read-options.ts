import type { Article } from '../../domain/article.ts'

export interface ReadCorpusOptions {
  /** Fail when there is any problem, instead of leaving out what cannot be used. */
  readonly strict?: boolean
  /**
   * How many seconds a small file may take to be read; a large one gets more.
   * @default 10
   */
  readonly seconds?: number | undefined
  /** Finds an article that was read before from a file of this source and hash, see `ArticleOrigin.file`. */
  readonly findKnown?: ((source: string, file: string) => KnownArticle | undefined) | undefined
  /** The corpus as it was read last: its articles keep their ids, and stay while their files cannot be read. */
  readonly before?: CorpusBefore | undefined
}

/** An article as it was read before. */
interface KnownArticle {
  readonly article: Article
  /** Its hash, see `ArticleOrigin.content`. */
  readonly content: string
}

/** The articles that were read last, by their sources. */
interface CorpusBefore {
  idOf(source: string): string | undefined
  /** The article, with the hash of the file that it was read from. */
  last(source: string): (KnownArticle & { readonly file: string }) | undefined
  sources(): Iterable<string>
}
