import type { BlockKind } from '../../domain/block.ts'

/** A block of an answer, set as Markdown. */
export interface MarkdownPiece {
  readonly kind: BlockKind
  readonly markdown: string
}

/** Whether a piece is text that others may follow, and a marker may end; code and tables stand by themselves. */
export function isProse({ kind }: MarkdownPiece): boolean {
  return kind === 'prose' || kind === 'quote'
}
