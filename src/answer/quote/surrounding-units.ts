import type { Block } from '../../domain/block.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import { overlaps, trimmedSpan } from '../blocks/lines.ts'
import { SHORT_LIST } from './choose-items.ts'
import type { Fits } from './room.ts'

/** A quote grows no longer than this by what surrounds it, in UTF-16 code units. */
const LONGEST_GROWN = 600

/**
 * A quote with what stands around it, while it fits: what follows first, which explains, then what goes before. Prose grows by
 * sentences, a list by items; code and tables are taken whole. In documentation one paragraph holds a signature, its default
 * and the remark that matters, and the question often names only one of them. A paragraph of a single block keeps
 * the quote that was chosen, and so do some items of a long list, rows of a table or statements of code: they were picked.
 */
export function withSurroundings(paragraph: Paragraph, quote: Span, fits: Fits): Span {
  const { blocks, text } = paragraph
  if (blocks.length === 1 || blocks.some((block) => isPartOf(block, paragraph, quote))) return quote
  const units = blocks.flatMap((block) => unitsOf(paragraph, block))
  const mayGrow = (span: Span) => span.end - span.start <= LONGEST_GROWN && fits(span)
  let grown = quote
  for (;;) {
    const next = units.find(({ end }) => end > grown.end)
    const previous = units.findLast(({ start }) => start < grown.start)
    const wider = [
      next && { start: grown.start, end: next.end },
      previous && { start: previous.start, end: grown.end },
    ].find((span) => span !== undefined && mayGrow(span))
    if (wider === undefined) return trimmedSpan(text, grown)
    grown = wider
  }
}

function isPartOf(block: Block, { text }: Paragraph, quote: Span): boolean {
  if (block.kind === 'prose' || block.kind === 'quote' || !overlaps(block, quote)) return false
  const { start, end } = trimmedSpan(text, block)
  if (block.kind === 'list' && end - start <= SHORT_LIST) return false
  return quote.start > start || quote.end < end
}

function unitsOf({ text, sentences }: Paragraph, block: Block): Span[] {
  const isWhole = block.kind === 'code' || block.kind === 'table'
  return isWhole ? [trimmedSpan(text, block)] : sentences.filter((sentence) => overlaps(sentence, block))
}
