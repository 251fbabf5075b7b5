import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import type { ListStyle } from './list-markdown.ts'
import { isProse, type MarkdownPiece } from './markdown-piece.ts'
import { quoteMarkdown } from './quote-markdown.ts'

/** A part of an answer, and the numbers of the citations that bear it out. */
export interface Statement {
  readonly pieces: readonly MarkdownPiece[]
  readonly markers: readonly number[]
  /** Whether it is a paragraph of its own rather than a sentence among others. @default false */
  readonly standsAlone?: boolean
}

/** Whether text ends in an address, which would take a marker behind it for a part of itself. */
const ENDS_IN_ADDRESS = /(?:https?:\/\/|www\.)\S*$/i

/**
 * The Markdown of an answer: each statement with its markers behind it, `…[1] …[2]`. Prose follows prose in one
 * paragraph unless a statement stands alone; code, lists and tables stand by themselves, and the markers of code and
 * tables on a line below them.
 */
export function composeAnswer(statements: readonly Statement[]): string {
  let answer = ''
  let last: MarkdownPiece | undefined
  for (const { pieces, markers, standsAlone = false } of statements) {
    for (const piece of pieces) {
      const goesOn =
        !standsAlone && last !== undefined && isProse(last) && isProse(piece) && piece === pieces[0]
      answer += (last === undefined ? '' : goesOn ? ' ' : '\n\n') + piece.markdown
      last = piece
    }
    if (last !== undefined) answer += behind(last, markers.map((marker) => `[${marker}]`).join(''))
  }
  return answer
}

function behind({ kind, markdown }: MarkdownPiece, markers: string): string {
  if (markers === '') return ''
  if (kind === 'code' || kind === 'table') return `\n\n${markers}`
  return ENDS_IN_ADDRESS.test(markdown) ? ` ${markers}` : markers
}

/** What an answer quotes, cited by its place in the answer, from 1. */
export interface Quote extends Span {
  readonly paragraph: Paragraph
}

/**
 * The Markdown of an answer that is nothing but quotes.
 *
 * @param inlineMarkup whether they keep what is set apart within their lines
 */
export function composeQuotes(quotes: readonly Quote[], inlineMarkup = false): string {
  const statements: Statement[] = []
  let style: ListStyle = 'first'
  for (const [i, quote] of quotes.entries()) {
    const followsList = statements.at(-1)?.pieces.at(-1)?.kind === 'list'
    style = followsList && style === 'first' ? 'second' : 'first'
    const pieces = quoteMarkdown(quote.paragraph, quote, { style, inlineMarkup })
    statements.push({ pieces, markers: [i + 1], standsAlone: true })
  }
  return composeAnswer(statements)
}
