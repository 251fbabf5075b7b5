import type { Span } from '../../domain/span.ts'
import { itemAt } from '../../item-at.ts'
import { trimmedSpan } from '../blocks/lines.ts'
import { cutHard } from './hard-cut.ts'
import type { Fits } from './room.ts'

/**
 * Marks that end a clause, with the white space behind them. ASCII marks end one only where they are no part of a number,
 * a time or an address.
 */
const CLAUSE_END = /(?:[，；：、。！？…]+|[—–]{1,2}|(?<=[^!-~])[,;:!?]+|[,;:!?.]+(?=[^!-~]))\s*/gu

/** A list of things within a clause: a cut there loses more than one between clauses. */
const ENUMERATION = /、\s*$/

/**
 * The part of a sentence that is too long for an answer: the clauses around the words that matter. What follows them is
 * kept before what precedes them, since Chinese puts the conclusion last; where nothing is known to matter more than the
 * rest, the end of the sentence is kept. The mark at the cut is left out.
 *
 * @param focus the words that matter; the whole sentence where none do more than others
 */
export function cutSentence(text: string, sentence: Span, focus: Span, fits: Fits): Span | undefined {
  const clauses = clausesOf(text, sentence)
  const quoteOf = (from: number, to: number): Span => {
    const end = clauses[to]?.end ?? sentence.end
    return withoutMark(text, { start: clauses[from]?.start ?? sentence.start, end }, end === sentence.end)
  }
  const isWhole = focus.start <= sentence.start && focus.end >= sentence.end
  const last = clauses.length - 1
  let from = isWhole
    ? last
    : Math.max(
        0,
        clauses.findIndex(({ end }) => end > focus.start),
      )
  let to = isWhole
    ? last
    : Math.max(
        from,
        clauses.findLastIndex(({ start }) => start < focus.end),
      )
  while (from < to && !fits({ start: itemAt(clauses, from).start, end: itemAt(clauses, to).end })) from++
  if (!fits(quoteOf(from, to))) return cutHard(text, quoteOf(from, to), focus, fits)
  while (to < last && fits(quoteOf(from, to + 1))) to++
  while (from > 0 && fits(quoteOf(from - 1, to))) from--
  return quoteOf(from, to)
}

function clausesOf(text: string, { start, end }: Span): Span[] {
  const clauses: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(CLAUSE_END)) {
    const to = start + match.index + match[0].length
    if (ENUMERATION.test(match[0]) && to < end) continue
    clauses.push({ start: from, end: to })
    from = to
  }
  if (from < end) clauses.push({ start: from, end })
  return clauses
}

/** A clause that is cut off behind ends with its last word; the end of the sentence stays as it is. */
function withoutMark(text: string, span: Span, isEnd: boolean): Span {
  const { start, end } = trimmedSpan(text, span)
  if (isEnd) return { start, end }
  const words = text.slice(start, end).replace(/[，,；;：:、—–\s]+$/u, '')
  return { start, end: start + words.length }
}
