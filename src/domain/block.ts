import type { Span } from './span.ts'

/** What kind of block a paragraph was in its source. */
export type BlockKind = 'prose' | 'list' | 'table' | 'code' | 'quote'

/**
 * A stretch of a paragraph that is set in one way: a lead-in, the list it leads to, a piece of code. A list has a line
 * for each item, indented by two spaces a level; ordered items keep their number ("1. "), tasks their box ("[x] ",
 * "[ ] "), bullets have no mark. A table has a line for each row and a tab between its cells; its first row names the
 * columns.
 */
export interface Block extends Span {
  readonly kind: BlockKind
  /** Language of code, where its source names one, e.g. `ts`. */
  readonly language?: string
  /** To which side each column of a table is set, where its source says so. */
  readonly columns?: readonly ColumnSide[]
}

export type ColumnSide = 'none' | 'left' | 'center' | 'right'
