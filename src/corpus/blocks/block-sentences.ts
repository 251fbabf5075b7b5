import type { Block } from '../../domain/block.ts'
import type { Span } from '../../domain/span.ts'
import { splitSentences } from '../../text/sentences.ts'

/**
 * The sentences of a block: those of prose and quotations, else its lines, so that an item of a list, a row of a table
 * and a line of code is one however many sentences its author wrote in it.
 *
 * @param text of the whole paragraph
 * @returns ranges of the paragraph, in order, without white space around them
 */
export function sentencesOf(text: string, { kind, start, end }: Block): Span[] {
  const own = text.slice(start, end)
  const spans = kind === 'prose' || kind === 'quote' ? splitSentences(own) : linesOf(own)
  return spans.map((span) => ({ start: start + span.start, end: start + span.end }))
}

function linesOf(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const start = from + line.length - line.trimStart().length
    const end = from + line.trimEnd().length
    if (start < end) spans.push({ start, end })
    from += line.length + 1
  }
  return spans
}
