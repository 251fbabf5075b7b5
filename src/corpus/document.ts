import type { Root } from 'mdast'
import type { BlockKind, ColumnSide } from '../domain/block.ts'
import type { StyledSpan } from '../domain/span.ts'

/** A stretch of text that is set in one way, its markup read and removed. See {@link DocumentPart} for its form. */
export interface TextBlock {
  readonly kind: BlockKind
  readonly text: string
  /** Language of a block of code, where its source names one. */
  readonly language?: string
  /** To which side each column of a table is set, where its source says so. */
  readonly columns?: readonly ColumnSide[]
  /** What is set apart within its lines, see `Paragraph` of the domain. */
  readonly styles?: readonly StyledSpan[]
  /** Names the paragraph that follows it, and becomes its first block. */
  readonly isLabel?: boolean
}

/**
 * A heading, or what becomes one paragraph. A list has a line for each item, a table a line for each row and a tab
 * between cells, code its lines; in prose and quotations a line break is one that the author has set.
 */
export type DocumentPart =
  | {
      readonly type: 'heading'
      readonly level: number
      readonly text: string
      readonly styles?: readonly StyledSpan[]
    }
  | {
      readonly type: 'paragraph'
      readonly blocks: readonly TextBlock[]
      /** Explains a word elsewhere, as a footnote does, and has nothing to do with its neighbours. */
      readonly isNote?: boolean
    }

/** What a file's author declares about the text in it. */
export interface Metadata {
  readonly id?: string
  readonly title?: string
  readonly author?: string
  readonly date?: string
  readonly language?: string
  readonly url?: string
}

/**
 * A file of any format, read: what every format parser returns and an article is made from. All of them make a Markdown
 * syntax tree, so that lists, tables, lead-ins and labels come out alike.
 */
export interface Document {
  readonly metadata: Metadata
  readonly root: Root
}

/** A file of the corpus: its path below the corpus folder, with forward slashes, and its content. */
export interface SourceFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file that is text, decoded. */
export interface SourceText {
  readonly path: string
  readonly text: string
}

/**
 * Called with a sentence that names the file and says what a person should know about it although it is read: what did not fit,
 * and what was made of it.
 */
export type Note = (message: string) => void
