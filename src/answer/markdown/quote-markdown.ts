import type { Block, Paragraph, Span } from '../../domain.ts'
import { leadInTo } from '../blocks/lead-in.ts'
import { linesIn, overlaps, trimmedSpan } from '../blocks/lines.ts'
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
  const { kind } = block
  const words = text.slice(part.start, part.end)
  const lines = linesIn(text, block).filter((line) => overlaps(line, part))
  const from = lines[0]?.start ?? part.start
  const isWhole = trimmedSpan(text, { start: from, end: lines.at(-1)?.end ?? part.end })
  const coversLines = isWhole.start === part.start && isWhole.end === part.end
  if (kind === 'code') {
    const start = text.slice(from, part.start).trim() === '' ? from : part.start
    return { kind, markdown: codeFence(text.slice(start, part.end), block.language) }
  }
  // Of an item or a row that is longer than an answer may be, some words are text.
  if (isText(block) || !coversLines)
    return { kind: isText(block) ? kind : 'prose', markdown: escapeProse(words.replaceAll('\t', ' ')) }
  const set = lines.map((line) => text.slice(line.start, line.end)).filter((line) => line.trim() !== '')
  if (kind === 'list')
    return { kind, markdown: listMarkdown([...itemsAbove(text, block, from), ...set], style) }
  return { kind, markdown: tableOf(text, block, from, set) }
}

function tableOf(text: string, block: Block, from: number, rows: readonly string[]): string {
  const [header] = linesIn(text, block)
  const names = header === undefined ? '' : text.slice(header.start, header.end)
  if (from === block.start) return tableMarkdown(rows[0] ?? '', rows.slice(1))
  return tableMarkdown(names.length > LONGEST_HEADER ? '' : names, rows)
}

/** The items that the item at an offset is nested in, outermost first. */
function itemsAbove(text: string, block: Block, offset: number): string[] {
  const above: string[] = []
  const lines = linesIn(text, { start: block.start, end: Math.max(block.start, offset - 1) })
  let depth = indentationAt(text, offset)
  for (const line of lines.toReversed()) {
    const indentation = indentationAt(text, line.start)
    if (offset === block.start || indentation >= depth) continue
    depth = indentation
    if (line.end - line.start <= LONGEST_CONTEXT) above.unshift(text.slice(line.start, line.end))
  }
  return above
}

function indentationAt(text: string, start: number): number {
  return /^ */.exec(text.slice(start, start + 100))?.[0].length ?? 0
}
