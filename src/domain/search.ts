import type { AskOptions } from './ask.ts'
import type { BlockKind } from './block.ts'
import type { RelatedParagraph } from './citation.ts'
import type { Span } from './span.ts'

/**
 * Finds paragraphs, best first.
 *
 * @throws InvalidRequestError for an unusable request
 */
export type Search = (
  request: SearchRequest,
  options?: Pick<AskOptions, 'signal' | 'onStage'>,
) => Promise<readonly SearchResult[]>

export interface SearchRequest {
  /** A question or a few words, 1–1000 characters. */
  readonly query: string
  /**
   * Maximum number of paragraphs to return.
   *
   * @default 10
   */
  readonly limit?: number
  /**
   * Ids of the articles to search.
   *
   * @default all articles
   */
  readonly articles?: readonly string[]
}

/** A paragraph that a search found. It need not answer anything: that is for `Ask` to judge. */
export interface SearchResult extends RelatedParagraph {
  readonly kind: BlockKind
  /** The share of this paragraph among those that were considered, 0–1. */
  readonly score: number
  /** The words of `text` that meet the query: in order, neither overlapping nor touching. */
  readonly highlights: readonly Span[]
}
