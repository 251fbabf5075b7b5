import type { Span } from '../../domain/span.ts'
import { overlaps } from '../blocks/lines.ts'

/**
 * An element with its words (`<p>New messages</p>`), a tag with the name and the brackets that it is attached to
 * (`useRef<Element>(null)`), a character reference.
 */
const TAG_OR_REFERENCE = new RegExp(
  [
    String.raw`<([A-Za-z][\w.]*)(?:\s[^<>\`\n]{0,80})?>[^\`\n]{0,200}?</\1>`,
    String.raw`[!#-&*-;=?-_a-~]*<[A-Za-z/!?][^<>\`\n]{0,80}>(?:[\w$.()]*[\w$)])?`,
    String.raw`&(?:#\w+|[A-Za-z]\w*);`,
  ].join('|'),
  'g',
)

/** Visible ASCII but for the backtick: a word, an identifier, a path, a pattern of file names. */
const WORD = /[!-_a-~]+/g

/** What becomes a link by itself, as far as it may go. */
export const ADDRESS = /(?<![A-Za-z])(?:https?:\/\/|www\.)[^\s<]*/gi

/** Punctuation around a word that is no part of it. */
const BEFORE_WORD = /^["'([{]*/
const AFTER_WORD = /["',.;:!?]*$/

/** A backtick would end it, an escaped bar cannot stand in a cell, and what looks like a marker must not. */
const NOT_IN_CODE = /`|\\\||\[\d+\]/g
const CLOSING = [
  [')', '('],
  [']', '['],
  ['}', '{'],
] as const

/**
 * The parts of a text that are better set as inline code than escaped: tags, character references, and words with what
 * would be emphasis in their middle or at both ends (`__init__`, `a*b*c`).
 *
 * @param emphasis offsets of the characters that would be read as emphasis
 * @param known what is known to be code
 * @returns in order, apart from one another
 */
export function inlineCodeIn(text: string, emphasis: ReadonlySet<number>, known: readonly Span[]): Span[] {
  const tags = Array.from(text.matchAll(TAG_OR_REFERENCE), (match) => spanAt(match.index, match[0]))
  const words = emphasis.size === 0 ? [] : wordsWithEmphasis(text, emphasis)
  // Within an address nothing can be escaped, so it is code as a whole.
  const addresses = Array.from(text.matchAll(ADDRESS), (match) => spanAt(match.index, match[0])).filter(
    (address) =>
      [...tags, ...words, ...known].some(({ start, end }) => start <= address.end && end >= address.start),
  )
  const joined: Span[] = []
  for (const span of [...tags, ...words, ...addresses, ...known].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last === undefined || span.start > last.end) joined.push(span)
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  const impossible = Array.from(text.matchAll(NOT_IN_CODE), (match) => spanAt(match.index, match[0]))
  return joined.filter((part) => !impossible.some((span) => overlaps(part, span)))
}

function wordsWithEmphasis(text: string, emphasis: ReadonlySet<number>): Span[] {
  return Array.from(text.matchAll(WORD), (match) =>
    withoutPunctuation(spanAt(match.index, match[0]), text),
  ).filter((word) => /[A-Za-z\d]/.test(text.slice(word.start, word.end)) && holdsMarkup(text, word, emphasis))
}

/** Whether it has markup in its middle or at both ends: a word of a phrase in bold has it at one end, and is no code. */
function holdsMarkup(text: string, { start, end }: Span, emphasis: ReadonlySet<number>): boolean {
  let from = start
  let to = end
  // A tilde between two numbers is a range.
  const isMarkup = (at: number) => emphasis.has(at) && text[at] !== '~'
  while (from < to && isMarkup(from)) from++
  while (to > from && isMarkup(to - 1)) to--
  if (from > start && to < end) return true
  for (let at = from; at < to; at++) if (isMarkup(at)) return true
  return false
}

function withoutPunctuation({ start, end }: Span, text: string): Span {
  let word = text.slice(start, end)
  const from = start + (BEFORE_WORD.exec(word)?.[0].length ?? 0)
  word = text.slice(from, end)
  for (let length = -1; length !== word.length; ) {
    length = word.length
    word = word.replace(AFTER_WORD, '')
    for (const [closing, opening] of CLOSING)
      if (word.endsWith(closing) && !word.includes(opening)) word = word.slice(0, -1)
  }
  return { start: from, end: from + word.length }
}

function spanAt(start: number, { length }: string): Span {
  return { start, end: start + length }
}
