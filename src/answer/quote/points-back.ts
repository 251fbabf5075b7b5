import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import { overlaps } from '../blocks/lines.ts'
import type { Fits } from './room.ts'

/** How a sentence begins that does not name what it is about; a conjunction alone (但是, however) can be read without. */
const POINTS_BACK =
  /^(?:(?:this|that|these|those|it|they|he|she|in (?:this|that|such)|for (?:this|that|example|instance))(?![\p{L}\p{N}_-])|[这這它]|[他她][们們]?(?!人)|例如|比如|其中)/iu

/** A chain of sentences that point back is followed no further than this. */
const MOST_SENTENCES = 2

/**
 * A quote that begins with a word that points back ("This is because …", 但是…) with the sentence that it points to, while
 * that stands in the same paragraph, in prose, and fits.
 */
export function withWhatItPointsTo(paragraph: Paragraph, quote: Span, fits: Fits): Span {
  const { text, blocks, sentences } = paragraph
  let { start } = quote
  for (let taken = 0; taken < MOST_SENTENCES && POINTS_BACK.test(text.slice(start, start + 24)); taken++) {
    const previous = sentences.findLast(({ end }) => end <= start)
    const block = previous && blocks.find((each) => overlaps(each, previous))
    if (previous === undefined || (block?.kind !== 'prose' && block?.kind !== 'quote')) break
    if (!fits({ start: previous.start, end: quote.end })) break
    start = previous.start
  }
  return { start, end: quote.end }
}
