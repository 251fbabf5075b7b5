import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import { isProse, type MarkdownPiece } from '../markdown/markdown-piece.ts'
import { quoteMarkdown } from '../markdown/quote-markdown.ts'

/** How much an answer, or what is left of it, may hold, in UTF-16 code units of Markdown. */
export interface Room {
  /** Characters left for prose, which is to show at a glance what the answer is. */
  readonly prose: number
  /** Characters left for everything: code, lists and tables may take more. */
  readonly total: number
}

/** An answer of nothing but prose may be so long, one that holds code, a list or a table so long in all. */
export const WHOLE_ANSWER: Room = { prose: 280, total: 1500 }

/**
 * So much prose in a quote with code, a list or a table counts only as part of the whole: a signature or a default says little
 * without the remark that explains it.
 */
const PROSE_BESIDE = 300

/** Whether a quote may be so long. */
export type Fits = (quote: Span) => boolean

/** Whether quotes of a paragraph fit into what is left of an answer, with the `marker` and what parts them from others. */
export function fitsInto(room: Room, paragraph: Paragraph, marker: string): Fits {
  return (quote) => {
    // What is set as Markdown is no shorter.
    if (quote.end - quote.start > room.total) return false
    const { prose, total } = sizeOf(quoteMarkdown(paragraph, quote), marker)
    return prose <= room.prose && total <= room.total
  }
}

/** What a quote takes, with its marker and what parts it from the next. */
export function takenBy(quote: Span, paragraph: Paragraph, marker: string): Room {
  const { prose, total } = sizeOf(quoteMarkdown(paragraph, quote), marker)
  return { prose: prose + EMPTY_LINE.length, total: total + EMPTY_LINE.length }
}

export function plus(room: Room, { prose, total }: Room): Room {
  return { prose: room.prose + prose, total: room.total + total }
}

export function minus(room: Room, { prose, total }: Room): Room {
  return { prose: room.prose - prose, total: room.total - total }
}

const EMPTY_LINE = '\n\n'
const SPACE = ' '

function sizeOf(pieces: readonly MarkdownPiece[], marker: string): Room {
  const prose = pieces.filter(isProse)
  const last = pieces.at(-1)
  const endsInProse = last !== undefined && isProse(last)
  const explains = prose.length < pieces.length
  // A marker behind an address stands apart from it.
  const counted = lengthOf(prose) + (endsInProse ? SPACE.length + marker.length : 0)
  return {
    prose: explains ? Math.max(0, counted - PROSE_BESIDE) : counted,
    // The marker of code stands on a line of its own.
    total: lengthOf(pieces) + EMPTY_LINE.length + marker.length,
  }
}

/** With the empty lines between them. */
function lengthOf(pieces: readonly MarkdownPiece[]): number {
  const between = Math.max(0, pieces.length - 1) * EMPTY_LINE.length
  return pieces.reduce((length, { markdown }) => length + markdown.length, between)
}
