import type { Citation } from '../../domain.ts'

/** The cited words with what stands around them. */
export interface Excerpt {
  readonly before: string
  readonly quote: string
  readonly after: string
}

/** Characters of context on either side. */
const CONTEXT = 160
const SENTENCE_END = /[。！？!?；;]|[.:](?=\s)|\n/g

/**
 * What a card shows of a cited paragraph: the exact words, and a little of what stands before and after them, cut at the
 * end of a sentence where one is near and marked with `…` where something is left out.
 */
export function excerptOf(
  { text, start, end, textStart }: Pick<Citation, 'text' | 'start' | 'end' | 'textStart'>,
  context = CONTEXT,
): Excerpt {
  return {
    before: lastPart(text.slice(0, start), context, textStart > 0),
    quote: text.slice(start, end),
    after: firstPart(text.slice(end), context),
  }
}

function lastPart(text: string, length: number, isCut: boolean): string {
  if (text.length <= length) return isCut ? `…${text}` : text
  const part = wholeCharacters(text.slice(-length))
  const end = [...part.matchAll(SENTENCE_END)].map(({ index }) => index + 1)[0]
  return `…${end === undefined || end === part.length ? part : part.slice(end).trimStart()}`
}

function firstPart(text: string, length: number): string {
  if (text.length <= length) return text
  const part = wholeCharacters(text.slice(0, length))
  const end = [...part.matchAll(SENTENCE_END)].map(({ index }) => index + 1).at(-1)
  return `${end === undefined ? part : part.slice(0, end)}…`
}

/** Without the half of a surrogate pair that a cut leaves. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
}
