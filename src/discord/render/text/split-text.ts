import { splitSentences } from '../../../text/sentences.ts'

/**
 * What stays in one piece: an address; a fenced block of code; citation markers, together with the character that
 * they follow.
 */
const UNBREAKABLE = /https?:\/\/\S+|```.*?(?:```|$)|.?\s*(?:\[\d+\])+/gsu

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How far behind a limit to look, in UTF-16 units: farther than a letter or a marker reaches. */
const LOOKAHEAD = 64

const FIRST_GUESS = 512

/**
 * Splits a text into pieces that fit, each as long as can be: at the end of a sentence; where none fits, between words
 * or clauses; where none fits, between two characters as readers see them. An unbreakable part is broken only when it
 * does not fit by itself. White space between pieces is dropped, nothing else is.
 *
 * @param fits whether a text can be the piece of this index; if one can, then so must every beginning of it
 * @param onPiece called with each piece before the next one is measured
 */
export function splitText(
  text: string,
  fits: (piece: string, index: number) => boolean,
  onPiece: (piece: string) => void = () => {},
): string[] {
  const pieces: string[] = []
  let rest = withoutLeadingSpace(text.trimEnd())
  while (rest !== '') {
    const limit = longestFit(rest, (piece) => fits(piece, pieces.length))
    const end = limit === rest.length ? limit : breakPoint(rest, limit)
    const piece = rest.slice(0, end).trimEnd()
    pieces.push(piece)
    onPiece(piece)
    rest = withoutLeadingSpace(rest.slice(end))
  }
  return pieces
}

/** Keeps the indentation of a first line after blank ones: it means something in code. */
function withoutLeadingSpace(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+|^[^\S\n]+/, '')
}

function breakPoint(text: string, limit: number): number {
  const window = text.slice(0, limit + LOOKAHEAD)
  const breakable = outsideUnbreakable(window)
  return (
    lastBelow(limit, sentenceEnds(window), breakable) ??
    lastBelow(limit, clauseEnds(window), breakable) ??
    lastBelow(limit, graphemeStarts(window), breakable) ??
    lastBelow(limit, graphemeStarts(window), () => true) ??
    codePointStart(text, limit)
  )
}

/** Number of UTF-16 units of the longest beginning that fits. */
function longestFit(text: string, fits: (piece: string) => boolean): number {
  let low = 0
  let high = Math.min(text.length, FIRST_GUESS)
  // Measuring costs as much as there is to measure, so a long text is not measured whole.
  while (fits(text.slice(0, high))) {
    if (high === text.length) return high
    low = high
    high = Math.min(text.length, high * 2)
  }
  high -= 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(text.slice(0, middle))) low = middle
    else high = middle - 1
  }
  return low
}

function lastBelow(limit: number, positions: readonly number[], allowed: (position: number) => boolean) {
  return positions.findLast((position) => position > 0 && position <= limit && allowed(position))
}

function outsideUnbreakable(text: string): (position: number) => boolean {
  const spans = Array.from(text.matchAll(UNBREAKABLE), ({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }))
  return (position) => !spans.some(({ start, end }) => start < position && position < end)
}

function sentenceEnds(text: string): number[] {
  // Markers after a full stop belong to the sentence that they support.
  const markers = /\s*(?:\[\d+\])+/y
  return splitSentences(text).map(({ end }) => {
    markers.lastIndex = end
    return end + (markers.exec(text)?.[0].length ?? 0)
  })
}

function clauseEnds(text: string): number[] {
  return Array.from(text.matchAll(/\s+|[,;:、，；：]\s*/g), ({ index, 0: match }) => index + match.length)
}

function graphemeStarts(text: string): number[] {
  return Array.from(graphemes.segment(text), ({ index }) => index)
}

/** At least one character, so that splitting always ends. */
function codePointStart(text: string, limit: number): number {
  const first = (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1
  const insidePair =
    /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[limit] ?? '')
  return Math.max(first, insidePair ? limit - 1 : limit)
}
