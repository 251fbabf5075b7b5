import type { Article } from './article.ts'
import type { Paragraph } from './paragraph.ts'

/**
 * The articles of one snapshot, read without unpacking all of them. Rows count from 0 across the corpus, in the order
 * of the articles' sources.
 */
export interface Library {
  readonly articleCount: number
  readonly paragraphCount: number
  article(id: string): Article | undefined
  /** Rows of the paragraphs of an article, which follow each other; undefined where there is no such article. */
  paragraphRows(id: string): RowRange | undefined
  /** @throws RangeError outside 0 … articleCount − 1 */
  articleAt(row: number): Article
  /** @throws RangeError outside 0 … paragraphCount − 1 */
  paragraphAt(row: number): Paragraph
}

/** Rows from `start` up to, but not including, `end`. */
export interface RowRange {
  readonly start: number
  readonly end: number
}
