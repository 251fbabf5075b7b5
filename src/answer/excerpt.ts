import type { Paragraph } from '../domain/paragraph.ts'
import type { Span } from '../domain/span.ts'

/** Longest text of a paragraph that travels with an answer, in UTF-16 code units; a quote is never cut for it. */
const LONGEST_EXCERPT = 2000

/** A paragraph as it travels with an answer: all of it, or of a very long one the part that matters. */
export interface Excerpt {
  readonly text: string
  /** Where `text` begins in the paragraph, in UTF-16 code units; 0 unless it was cut. */
  readonly textStart: number
}

/**
 * Cuts a very long paragraph to the words that matter and what stands around them, at the borders of sentences; where
 * a single sentence is longer than that, between two characters.
 *
 * @param span the words that matter, with offsets in the paragraph; all of them are kept
 */
export function excerptAround(
  { text, sentences }: Pick<Paragraph, 'text' | 'sentences'>,
  span: Span,
): Excerpt {
  if (text.length <= LONGEST_EXCERPT) return { text, textStart: 0 }
  const grown = growBySentences(sentences, span)
  const isInsideSentence = sentences.some((sentence) => isInside(grown, sentence))
  const { start, end } = isInsideSentence ? growByCharacters(text, grown) : grown
  return { text: text.slice(start, end), textStart: start }
}

function isInside(inner: Span, outer: Span): boolean {
  return (
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
  )
}

/** Takes in the sentences on both sides in turn, nearest first, while there is room. */
function growBySentences(sentences: readonly Span[], span: Span): Span {
  let { start, end } = span
  let before = sentences.findLastIndex((sentence) => sentence.start < span.end)
  let after = sentences.findIndex((sentence) => sentence.end > span.start)
  for (let grew = true; grew; ) {
    grew = false
    for (; before >= 0; before--) {
      const sentence = sentences[before] as Span
      if (sentence.start >= start) continue
      if (end - sentence.start > LONGEST_EXCERPT) break
      start = sentence.start
      grew = true
      break
    }
    for (; after >= 0 && after < sentences.length; after++) {
      const sentence = sentences[after] as Span
      if (sentence.end <= end) continue
      if (sentence.end - start > LONGEST_EXCERPT) break
      end = sentence.end
      grew = true
      break
    }
  }
  return { start, end }
}

function growByCharacters(text: string, span: Span): Span {
  const room = Math.max(0, LONGEST_EXCERPT - (span.end - span.start))
  const start = Math.max(0, Math.min(span.start - Math.floor(room / 2), text.length - LONGEST_EXCERPT))
  const end = Math.max(span.end, Math.min(text.length, start + LONGEST_EXCERPT))
  return {
    start: splitsCharacter(text, start) ? start + 1 : start,
    end: splitsCharacter(text, end) ? end - 1 : end,
  }
}

/** Whether an offset lies between the two halves of a surrogate pair. */
function splitsCharacter(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))
}
