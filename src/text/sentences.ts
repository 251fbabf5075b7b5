import type { Span } from '../domain/span.ts'

/**
 * `Intl.Segmenter` takes quadratic time over a long string, so it is given windows of this many UTF-16 code units;
 * a window doubles while it holds no whole sentence.
 */
const WINDOW = 2048

const segmenter = new Intl.Segmenter('zh', { granularity: 'sentence' })

/** No sentence ends inside these, whatever marks they contain. Ends before the full stop that follows an address. */
const ADDRESS = /\b(?:https?|ftp):\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+(?<![.!?,;:)\]'])/gi

/** A full stop after these abbreviates; the next word belongs to the same sentence. */
const ABBREVIATION =
  /(?:^|[^\p{L}\p{N}])(?:e\.g|i\.e|ca|cf|al|vs|approx|dr|mrs?|ms|prof|rev|gen|sen|gov|capt|col|lt|sgt|st|mt|jr|sr|inc|ltd|co|corp|dept)\.\s*$/iu

/** A full stop after one or more initials does not end a sentence either: `J. Smith`, `U.S. Army`. */
const INITIALS = /(?:^|[^\p{L}\p{N}])(?:\p{Lu}\.)+\s*$/u

/** These abbreviate when a number follows; otherwise they may well end a sentence (`He said no. Then …`). */
const BEFORE_NUMBER =
  /(?:^|[^\p{L}\p{N}])(?:nos?|figs?|eq|sec|ch|vol|pp?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.\s*$/iu

/** What exclaims or asks within a sentence, as names of code do: `dbg! prints`, “Unrecoverable Errors with panic!” section. */
const WITHIN = /[!?]["'”’»)\]]*[^\S\r\n\u2028\u2029]+$/

/** Three dots that stand apart from the word before them are code more often than an end: 使用 `...` 語法. */
const DOTS_APART = /(?:^|[^\S\r\n\u2028\u2029])\.{3}[^\S\r\n\u2028\u2029]+$/

/** `1. `, `(2). `, `a. `: the number of an item, not a sentence. */
const ITEM_NUMBER = /^\s*[([]?(?:\p{N}{1,3}|\p{L})[)\]]?\.\s*$/u

/**
 * Splits a text into sentences: Chinese and English, also mixed, also with ASCII marks after Chinese. A line break
 * always ends a sentence, so that each line of a list, a table or code is one.
 *
 * The rules are those of UAX #29 as the platform implements them, without its breaks inside web addresses, after
 * abbreviations and before a small letter. Platforms differ in detail, so results are stored with the text rather than computed twice.
 *
 * @returns ranges in order, disjoint, trimmed of white space; everything between them is white space
 */
export function splitSentences(text: string): Span[] {
  const addresses = Array.from(text.matchAll(ADDRESS), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const sentences: Span[] = []
  let start = 0
  let nextAddress = 0
  for (const boundary of boundaries(text)) {
    while (nextAddress < addresses.length && (addresses[nextAddress]?.end ?? 0) <= boundary) nextAddress += 1
    const insideAddress = (addresses[nextAddress]?.start ?? text.length) < boundary
    if (boundary < text.length && (insideAddress || continues(text, start, boundary))) continue
    const sentence = trimmed(text, start, boundary)
    if (sentence) sentences.push(sentence)
    start = boundary
  }
  return sentences
}

/** The platform's sentence boundaries after the start of the text, ascending; the last is its length. */
function* boundaries(text: string): Generator<number> {
  let start = 0
  let size = WINDOW
  while (start + size < text.length) {
    const window = text.slice(start, start + size)
    // A window cuts its last sentence short, and what follows it may still decide where that one began.
    const settled = Array.from(segmenter.segment(window), ({ index }) => start + index).slice(1, -1)
    yield* settled
    const resume = settled.at(-1)
    size = resume === undefined ? size * 2 : WINDOW
    start = resume ?? start
  }
  for (const { index } of segmenter.segment(text.slice(start))) if (index > 0) yield start + index
  yield text.length
}

/** Whether the sentence goes on behind a mark where the platform would end it. */
function continues(text: string, start: number, boundary: number): boolean {
  // The patterns look at a few characters only; a slice keeps them off the rest of a long sentence.
  const tail = text.slice(Math.max(start, boundary - 24), boundary)
  if (WITHIN.test(tail)) return /^\p{Ll}/u.test(text.slice(boundary, boundary + 2))
  if (!/\.[^\S\r\n\u2028\u2029]*$/.test(tail)) return false
  if (DOTS_APART.test(tail)) return !/^\p{Lu}/u.test(text.slice(boundary, boundary + 2))
  if (INITIALS.test(tail) || ABBREVIATION.test(tail)) return true
  if (BEFORE_NUMBER.test(tail)) return /\d/.test(text.charAt(boundary))
  return boundary - start <= 8 && ITEM_NUMBER.test(text.slice(start, boundary))
}

function trimmed(text: string, start: number, end: number): Span | undefined {
  let from = start
  let to = end
  while (from < to && isSpace(text, from)) from += 1
  while (to > from && isSpace(text, to - 1)) to -= 1
  return from < to ? { start: from, end: to } : undefined
}

function isSpace(text: string, index: number): boolean {
  return text.charAt(index).trim() === ''
}
