import type { Span } from '../../domain/span.ts'
import { trimmedSpan } from '../blocks/lines.ts'
import type { Fits } from './room.ts'

/** A cut may fall back so many characters to the end of a word. */
const LONGEST_WORD = 30

/**
 * As much of a range as fits, from where the words that matter begin: the last resort for text without a sentence,
 * a clause or a line to cut it at. Ends behind a word where there is one nearby, never inside a character.
 *
 * @returns undefined where not even one character fits
 */
export function cutHard(text: string, range: Span, focus: Span, fits: Fits): Span | undefined {
  const within = trimmedSpan(text, range)
  const start = Math.min(Math.max(within.start, focus.start), within.end)
  let low = 0
  let high = within.end - start
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits({ start, end: start + middle })) low = middle
    else high = middle - 1
  }
  const cut = trimmedSpan(text, { start, end: wordEnd(text, start, start + low, within.end) })
  return cut.end > cut.start ? cut : undefined
}

function wordEnd(text: string, start: number, end: number, rangeEnd: number): number {
  if (end === rangeEnd) return end
  const isHalfCharacter = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(end - 1, end + 1))
  const last = isHalfCharacter ? end - 1 : end
  const isInsideWord = /^[\w'-]{2}$/.test(text.slice(last - 1, last + 1))
  const space = text.slice(start, last).search(/\s\S*$/)
  return isInsideWord && space > 0 && last - start - space <= LONGEST_WORD ? start + space : last
}
