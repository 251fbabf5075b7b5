import type { Block } from '../../domain/block.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span, StyledSpan } from '../../domain/span.ts'
import { markedSlice } from '../../text/inline-marks.ts'
import { leadInTo } from '../blocks/lead-in.ts'
import { linesIn, overlaps, trimmedSpan, wholeLines } from '../blocks/lines.ts'
import { codeFence } from './code-fence.ts'
import { styledProse } from './escape-prose.ts'
import { type ListStyle, listMarkdown } from './list-markdown.ts'
import type { MarkdownPiece } from './markdown-piece.ts'
import { tableMarkdown } from './table-markdown.ts'

/** What a quote stands in is shown with it (its lead-in, the items above it) where it is no longer than this. */
const LONGEST_CONTEXT = 200
/** A table's first row names its columns, unless it is longer than this. */
const LONGEST_HEADER = 400

/**
 * Quoted words as Markdown, each block that they stand in as what it is: code in a fence, rows as a table with its
 * header, items as a list with the items that they are nested in. Where what leads to a list, a table or code is not
 * quoted, that is shown as well.
 *
 * @param inlineMarkup whether code, emphasis and links within a line are set as such
 */
export function quoteMarkdown(
  paragraph: Paragraph,
  quote: Span,
  { style, inlineMarkup = false }: QuoteOptions = {},
): MarkdownPiece[] {
  const { blocks } = paragraph
  const text = new QuotedText(paragraph.text, (inlineMarkup && paragraph.styles) || [])
  const first = blocks.findIndex((block) => overlaps(block, quote))
  const quoted = blocks.slice(Math.max(0, first)).filter((block) => overlaps(block, quote))
  const pieces = quoted.map((block) => {
    const part = { start: Math.max(block.start, quote.start), end: Math.min(block.end, quote.end) }
    return blockMarkdown(text, block, trimmedSpan(text.plain, part), style)
  })
  const leadIn = leadInTo(paragraph, first)
  const before = blocks[first - 1]
  if (before === undefined || leadIn === undefined || leadIn.end - leadIn.start > LONGEST_CONTEXT)
    return pieces
  return [blockMarkdown(text, before, leadIn), ...pieces]
}

export interface QuoteOptions {
  /** How the lists in it are set. */
  readonly style?: ListStyle
  readonly inlineMarkup?: boolean
}

/** The text of a paragraph, to be cut into pieces that carry their styles. */
class QuotedText {
  constructor(
    readonly plain: string,
    private readonly styles: readonly StyledSpan[],
  ) {}

  slice(start: number, end: number): string {
    if (this.styles.length === 0) return this.plain.slice(start, end)
    return markedSlice({ text: this.plain, styles: this.styles }, { start, end })
  }
}

function isText({ kind }: Block): boolean {
  return kind === 'prose' || kind === 'quote'
}

function blockMarkdown(text: QuotedText, block: Block, part: Span, style?: ListStyle): MarkdownPiece {
  const { kind, language } = block
  const { plain } = text
  const { start, end } = wholeLines(plain, block, part)
  const beginsLine = plain.slice(start, part.start).trim() === ''
  const endsLine = plain.slice(part.end, end).trim() === ''
  if (kind === 'code') {
    const withIndentation = plain.slice(beginsLine ? start : part.start, part.end)
    return { kind, markdown: codeFence(withIndentation, language) }
  }
  const words = text.slice(part.start, part.end)
  if (isText(block)) return { kind, markdown: styledProse(words) }
  // Of an item or a row that is longer than an answer may be, some words are text.
  if (!beginsLine || !endsLine) return { kind: 'prose', markdown: styledProse(words.replaceAll('\t', ' ')) }
  const lines = text
    .slice(start, end)
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (kind === 'table') return { kind, markdown: tableOf(text, block, start, lines) }
  return { kind, markdown: listMarkdown([...itemsAbove(text, block, start), ...lines], style) }
}

function tableOf(text: QuotedText, block: Block, start: number, rows: readonly string[]): string {
  const { columns } = block
  if (start === block.start) return tableMarkdown(rows[0] ?? '', rows.slice(1), columns)
  const header = wholeLines(text.plain, block, { start: block.start, end: block.start })
  const isLong = header.end - header.start > LONGEST_HEADER
  return tableMarkdown(isLong ? '' : text.slice(header.start, header.end), rows, columns)
}

/** The items that the item at an offset is nested in, outermost first. */
function itemsAbove(text: QuotedText, block: Block, start: number): string[] {
  const { plain } = text
  const above: string[] = []
  let depth = indentationAt(plain, start)
  if (depth === 0 || start === block.start) return above
  for (const line of linesIn(plain, { start: block.start, end: start - 1 }).reverse()) {
    const indentation = indentationAt(plain, line.start)
    if (indentation >= depth) continue
    depth = indentation
    if (line.end - line.start <= LONGEST_CONTEXT) above.unshift(text.slice(line.start, line.end))
  }
  return above
}

function indentationAt(text: string, start: number): number {
  return /^ */.exec(text.slice(start, start + 100))?.[0].length ?? 0
}
