import type { BlockKind } from '../domain.ts'

/** A block of a text in plain words, its markup read and removed. */
export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly text: string }
  | { readonly type: 'paragraph'; readonly kind: BlockKind; readonly text: string }

/** What a file's author declares about the text in it. */
export interface Metadata {
  readonly id?: string
  readonly title?: string
  readonly author?: string
  readonly date?: string
  readonly language?: string
  readonly url?: string
}

/** A file of any format, read: what every format parser returns and an article is made from. */
export interface Document {
  readonly metadata: Metadata
  readonly blocks: readonly Block[]
}

/** A file of the corpus: its path below the corpus folder, with forward slashes, and its decoded text. */
export interface SourceText {
  readonly path: string
  readonly text: string
}
