import type { Block, Paragraph, Span } from '../../domain.ts'
import { leadInTo } from '../blocks/lead-in.ts'
import { linesIn, overlaps, trimmedSpan, wholeLines } from '../blocks/lines.ts'
import { codeFence } from './code-fence.ts'
import { escapeProse } from './escape-prose.ts'
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
 */
export function quoteMarkdown(paragraph: Paragraph, quote: Span, style?: ListStyle): MarkdownPiece[] {
  const { text, blocks } = paragraph
  const first = blocks.findIndex((block) => overlaps(block, quote))
  const quoted = blocks.slice(Math.max(0, first)).filter((block) => overlaps(block, quote))
  const pieces = quoted.map((block) => {
    const part = { start: Math.max(block.start, quote.start), end: Math.min(block.end, quote.end) }
    return blockMarkdown(text, block, trimmedSpan(text, part), style)
  })
  const leadIn = leadInTo(paragraph, first)
  const before = blocks[first - 1]
  if (before === undefined || leadIn === undefined || leadIn.end - leadIn.start > LONGEST_CONTEXT)
    return pieces
  return [blockMarkdown(text, before, leadIn), ...pieces]
}

function isText({ kind }: Block): boolean {
  return kind === 'prose' || kind === 'quote'
}

function blockMarkdown(text: string, block: Block, part: Span, style?: ListStyle): MarkdownPiece {
  const { kind, language } = block
  const { start, end } = wholeLines(text, block, part)
  const beginsLine = text.slice(start, part.start).trim() === ''
  const endsLine = text.slice(part.end, end).trim() === ''
  if (kind === 'code') {
    const withIndentation = text.slice(beginsLine ? start : part.start, part.end)
    return { kind, markdown: codeFence(withIndentation, language) }
  }
  const words = text.slice(part.start, part.end)
  if (isText(block)) return { kind, markdown: escapeProse(words) }
  // Of an item or a row that is longer than an answer may be, some words are text.
  if (!beginsLine || !endsLine) return { kind: 'prose', markdown: escapeProse(words.replaceAll('\t', ' ')) }
  const lines = text
    .slice(start, end)
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (kind === 'table') return { kind, markdown: tableOf(text, block, start, lines) }
  return { kind, markdown: listMarkdown([...itemsAbove(text, block, start), ...lines], style) }
}

function tableOf(text: string, block: Block, start: number, rows: readonly string[]): string {
  if (start === block.start) return tableMarkdown(rows[0] ?? '', rows.slice(1))
  const header = wholeLines(text, block, { start: block.start, end: block.start })
  const names = text.slice(header.start, header.end)
  return tableMarkdown(names.length > LONGEST_HEADER ? '' : names, rows)
}

/** The items that the item at an offset is nested in, outermost first. */
function itemsAbove(text: string, block: Block, start: number): string[] {
  const above: string[] = []
  let depth = indentationAt(text, start)
  if (depth === 0 || start === block.start) return above
  for (const line of linesIn(text, { start: block.start, end: start - 1 }).reverse()) {
    const indentation = indentationAt(text, line.start)
    if (indentation >= depth) continue
    depth = indentation
    if (line.end - line.start <= LONGEST_CONTEXT) above.unshift(text.slice(line.start, line.end))
  }
  return above
}

function indentationAt(text: string, start: number): number {
  return /^ */.exec(text.slice(start, start + 100))?.[0].length ?? 0
}
