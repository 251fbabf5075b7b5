import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import { overlaps } from './lines.ts'

const COLON = /(?<![:：])[:：]["'”’」』)\]）*]*$/

/** Whether words lead to something that stands below them. */
export function leadsOn(words: string): boolean {
  return COLON.test(words.trimEnd())
}

/**
 * The sentence that leads to a block of a paragraph and stands before it: one that ends in a colon, or, of code, a table or
 * text in a list, the item that it belongs to.
 */
export function leadInTo({ text, blocks, sentences }: Paragraph, index: number): Span | undefined {
  const block = blocks[index]
  const before = blocks[index - 1]
  if (block === undefined || before === undefined) return undefined
  const last = sentences.findLast((sentence) => overlaps(sentence, before))
  if (last === undefined || before.kind === 'code' || before.kind === 'table') return undefined
  const isInItem = before.kind === 'list' && block.kind !== 'list'
  return isInItem || leadsOn(text.slice(last.start, last.end)) ? last : undefined
}
