import type { ColumnSide } from '../../domain/block.ts'

/** A piece of text within a line of Markdown. */
export type Inline =
  | { readonly type: 'text' | 'code'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis' | 'deleted'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'marker'; readonly marker: number }
  | { readonly type: 'break' }

/** An item of a list; `checked` where it is a task. */
export interface ListItem {
  readonly checked?: boolean
  readonly blocks: readonly MarkdownBlock[]
}

export type MarkdownBlock =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly language: string; readonly text: string }
  | { readonly type: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | { readonly type: 'list'; readonly start: number | undefined; readonly items: readonly ListItem[] }
  | {
      readonly type: 'table'
      readonly header: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
      /** To which side each column is set. */
      readonly columns: readonly ColumnSide[]
    }
  | { readonly type: 'rule' }

/** A block, and the line after it. */
export interface ReadBlock {
  readonly block: MarkdownBlock
  readonly next: number
}
