import type { Citation } from '../../domain/citation.ts'
import type { Span } from '../../domain/span.ts'

/** The cited words with what stands around them: a range of their text, and whether it leaves something out. */
export interface Excerpt extends Span {
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

/** Characters of context on either side. */
const CONTEXT = 160
const SENTENCE_END = /[。！？!?；;]|[.:](?=\s)|\n/g

/**
 * What a card shows of a cited paragraph: the exact words, and a little of what stands before and after them, cut at the
 * end of a sentence where one is near.
 */
export function excerptOf(
  { text, start, end, textStart }: Pick<Citation, 'text' | 'start' | 'end' | 'textStart'>,
  context = CONTEXT,
): Excerpt {
  const from = firstShown(text.slice(0, start), context)
  const to = end + lengthShown(text.slice(end), context)
  return { start: from, end: to, isCutBefore: from > 0 || textStart > 0, isCutAfter: to < text.length }
}

/** Where the last part of a text begins. */
function firstShown(text: string, length: number): number {
  if (text.length <= length) return 0
  const part = text.slice(-length)
  const end = [...part.matchAll(SENTENCE_END)].map(({ index }) => index + 1)[0]
  const shown = end === undefined || end === part.length ? part : part.slice(end).trimStart()
  // Without the half of a surrogate pair that a cut leaves.
  return text.length - shown.replace(/^[\udc00-\udfff]/, '').length
}

/** How long the first part of a text is. */
function lengthShown(text: string, length: number): number {
  if (text.length <= length) return text.length
  const part = text.slice(0, length)
  const end = [...part.matchAll(SENTENCE_END)].map(({ index }) => index + 1).at(-1)
  return end ?? part.replace(/[\ud800-\udbff]$/, '').length
}
