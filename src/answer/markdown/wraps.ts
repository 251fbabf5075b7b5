import type { Span, StyledSpan } from '../../domain/span.ts'
import { overlaps } from '../blocks/lines.ts'
import { ADDRESS } from './inline-code.ts'

/** What stands around words of Markdown that are emphasised or a link. */
export interface Wrap extends Span {
  readonly open: string
  readonly close: string
}

const EMPHASIS = { strong: '**', emphasis: '*' } as const
const PUNCTUATION = /[\p{P}\p{S}]/u

/**
 * The styles of a text that Markdown can express where they stand, outer before inner. Left out are those that one of
 * its readers would take for something else: emphasis beside other emphasis or around asterisks, links whose words
 * have brackets or are addresses, and what a code span, or an address that becomes a link by itself, would cut.
 *
 * @param code what is set as code
 */
export function wrapsIn(text: string, styles: readonly StyledSpan[], code: readonly Span[]): Wrap[] {
  if (styles.every(({ style }) => style === 'code')) return []
  const addresses = Array.from(text.matchAll(ADDRESS), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  })).filter((address) => !code.some((span) => overlaps(span, address)))
  const wraps: Wrap[] = []
  let emphasisEnd = -1
  for (const span of styles) {
    const { start, end, style, href } = span
    if (style === 'code' || code.some((piece) => cuts(piece, span))) continue
    if (text[end - 1] === '\\') continue
    if (addresses.some((address) => address.start <= end && start <= address.end)) continue
    if (wraps.some((wrap) => overlaps(wrap, span) && !(wrap.start <= start && end <= wrap.end))) continue
    const words = text.slice(start, end)
    if (style === 'link') {
      if (href !== undefined && canBeLink(words, text[start - 1]))
        wraps.push({ start, end, open: '[', close: `](${destination(href)})` })
      continue
    }
    if (start <= emphasisEnd || words.includes('*') || !/[\p{L}\p{N}]/u.test(words)) continue
    if (!flanks(text, span, styles, code, wraps)) continue
    wraps.push({ start, end, open: EMPHASIS[style], close: EMPHASIS[style] })
    emphasisEnd = end
  }
  return wraps
}

/** Whether an end of a span lies within a piece of code. */
function cuts(code: Span, { start, end }: Span): boolean {
  return (code.start < start && start < code.end) || (code.start < end && end < code.end)
}

function canBeLink(words: string, before: string | undefined): boolean {
  // A number in brackets would be a marker, and an exclamation mark makes a picture of a link.
  return before !== '!' && !/[[\]\n]/.test(words) && !/^\d+$/.test(words)
}

/** An address without anything that would end it, or mean something in a table. */
function destination(href: string): string {
  return href.replace(
    /[()<>[\]|\\`*\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

/**
 * Whether asterisks around a span begin and end emphasis (CommonMark 0.31, 6.2): beside what is no letter on the inside, no
 * letter may stand on the outside, which Chinese has there.
 */
function flanks(
  text: string,
  { start, end }: Span,
  styles: readonly StyledSpan[],
  code: readonly Span[],
  wraps: readonly Wrap[],
): boolean {
  const isMark = (at: number, edge: 'start' | 'end') =>
    code.some((span) => span[edge] === at) ||
    styles.some((span) => span.style === 'link' && span[edge] === at) ||
    wraps.some((span) => span[edge] === at)
  const isLetter = (character: string) =>
    character !== '' && character.trim() !== '' && !PUNCTUATION.test(character)
  const first = characterAt(text, start)
  const last = characterBefore(text, end)
  if (first.trim() === '' || last.trim() === '') return false
  const opens =
    (isLetter(first) && !isMark(start, 'start')) ||
    !isLetter(characterBefore(text, start)) ||
    isMark(start, 'end')
  const closes =
    (isLetter(last) && !isMark(end, 'end')) || !isLetter(characterAt(text, end)) || isMark(end, 'start')
  return opens && closes
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(...(at < text.length ? [text.codePointAt(at) as number] : []))
}

function characterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? ''
}
