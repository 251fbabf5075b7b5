import type { Block } from '../../domain/block.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import { leadInTo, leadsOn } from '../blocks/lead-in.ts'
import { overlaps, trimmedSpan } from '../blocks/lines.ts'
import { codeLinesIn, statementsFrom } from './code/code-statements.ts'
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
  if (next === undefined || !endsBlock || !endsOpen(paragraph, quote)) return quote
  return longestThatFits(paragraph, next, quote.start, fits) ?? quote
}

/**
 * A quote that does not end in a colon with nothing behind it: what the colon leads to is taken where it fits, else the
 * sentence that only leads to it is left out, unless it is what the quote is for.
 *
 * @param isNeeded whether a sentence is what the quote is for
 */
export function withWholeEnd(
  paragraph: Paragraph,
  quote: Span,
  fits: Fits,
  isNeeded: (sentence: Span) => boolean,
): Span {
  const { text, blocks, sentences } = paragraph
  if (!endsOpen(paragraph, quote) || quote.end >= text.trimEnd().length) return quote
  const index = blocks.findLastIndex(({ start }) => start < quote.end)
  const followed = withWhatFollows(paragraph, index, quote, fits)
  if (followed.end > quote.end && !endsOpen(paragraph, followed)) return followed
  const last = sentences.findLast(({ start }) => start < quote.end)
  const previous = last && sentences.findLast(({ end }) => end <= last.start)
  if (last === undefined || previous === undefined || previous.start < quote.start || isNeeded(last))
    return followed
  return withWholeEnd(paragraph, { start: quote.start, end: previous.end }, fits, isNeeded)
}

/** Longest line, in UTF-16 code units, that may be the label of the code below it: the name of a file, of a tab. */
const LONGEST_LABEL = 60
const ENDS_SENTENCE = /[.。!！?？…:：;；)）\]"'”’」』]$/

/** Whether a quote ends in what leads to the block below: in a colon, or in the label of code. */
function endsOpen({ text, blocks }: Paragraph, quote: Span): boolean {
  if (leadsOn(text.slice(quote.start, quote.end))) return true
  const index = blocks.findIndex((block) => trimmedSpan(text, block).end === quote.end)
  const block = blocks[index]
  if (block?.kind !== 'prose' || blocks[index + 1]?.kind !== 'code') return false
  const { start, end } = trimmedSpan(text, block)
  const words = text.slice(start, end)
  return words.length <= LONGEST_LABEL && !words.includes('\n') && !ENDS_SENTENCE.test(words)
}

/**
 * The beginning of a paragraph that a quote of another leads to: all of its first block, with the next one where a colon
 * leads there, or as much as fits.
 */
export function beginningOf(paragraph: Paragraph, fits: Fits): Span | undefined {
  const [block] = paragraph.blocks
  if (block === undefined) return undefined
  const first = longestThatFits(paragraph, block, trimmedSpan(paragraph.text, block).start, fits)
  return first && withWhatFollows(paragraph, 0, first, fits)
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
