import type { Block } from '../../domain/block.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import { leadInTo, leadsOn } from '../blocks/lead-in.ts'
import { overlaps, trimmedSpan } from '../blocks/lines.ts'
import { codeLinesIn, statementsFrom } from './code-statements.ts'
import type { Fits } from './room.ts'

/** A quote with the sentence that leads to its block, where it begins with the first words of that block. */
export function withLeadIn(paragraph: Paragraph, index: number, quote: Span, fits: Fits): Span {
  const block = paragraph.blocks[index]
  const leadIn = leadInTo(paragraph, index)
  if (block === undefined || leadIn === undefined) return quote
  if (trimmedSpan(paragraph.text, block).start !== quote.start) return quote
  const wider = { start: leadIn.start, end: quote.end }
  return fits(wider) ? wider : quote
}

/** A quote that ends its block in a colon with the block below, or as many sentences or lines of that as fit. */
export function withWhatFollows(paragraph: Paragraph, index: number, quote: Span, fits: Fits): Span {
  const { text, blocks } = paragraph
  const block = blocks[index]
  const next = blocks[index + 1]
  const endsBlock = block !== undefined && trimmedSpan(text, block).end === quote.end
  if (next === undefined || !endsBlock || !leadsOn(text.slice(quote.start, quote.end))) return quote
  return longestThatFits(paragraph, next, quote.start, fits) ?? quote
}

/** The beginning of a paragraph that a quote of the one before it leads to: all of its first block, or as much as fits. */
export function beginningOf(paragraph: Paragraph, fits: Fits): Span | undefined {
  const [block] = paragraph.blocks
  if (block === undefined) return undefined
  return longestThatFits(paragraph, block, trimmedSpan(paragraph.text, block).start, fits)
}

/** The longest range from an offset that ends with a sentence, a statement or a line of a block. */
function longestThatFits(paragraph: Paragraph, block: Block, start: number, fits: Fits): Span | undefined {
  const { text, sentences } = paragraph
  const lines = block.kind === 'code' ? codeLinesIn(text, block) : []
  const statementEnds = statementsFrom(lines).map(({ last }) => lines[last]?.end ?? start)
  const ends = sentences.filter((sentence) => overlaps(sentence, block)).map(({ end }) => end)
  const fitsTo = (end: number) => fits({ start, end })
  const end = statementEnds.findLast(fitsTo) ?? ends.findLast(fitsTo)
  return end === undefined ? undefined : { start, end }
}
