import type { Block, BlockKind } from './block.ts'
import type { Span, StyledSpan } from './span.ts'

/**
 * The unit that people cite: a block, or several that only make sense together (a lead-in that ends in a colon and the
 * code, list or table that it leads to).
 */
export interface Paragraph {
  /** `<article id>#<short hash of the normalised text>`; changes only when the paragraph's own words change. */
  readonly id: string
  /** Id of the article that it belongs to. */
  readonly article: string
  /** Position among the article's paragraphs, from 1. */
  readonly position: number
  /** The nearest heading above it; empty before the first one. */
  readonly section: string
  /** Kind of its main block: the first that is not prose, such as the code that a lead-in leads to. */
  readonly kind: BlockKind
  /** Plain text, the author's words; what every quote is checked against. */
  readonly text: string
  /** At least one, in order; together they cover the text but for the two line breaks between one and the next. */
  readonly blocks: readonly Block[]
  /**
   * Its sentences in order, without the white space between them. None crosses a block; an item of a list, a row of a
   * table and a line of code are one each.
   */
  readonly sentences: readonly Span[]
  /**
   * What is set apart within its lines, in order, outer before inner, each within a line and a cell; absent where
   * nothing is.
   */
  readonly styles?: readonly StyledSpan[] | undefined
}
