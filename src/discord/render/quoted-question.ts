import { discordLength, LIMITS, shorten } from './text/limits.ts'
import { blockQuote, escapeMarkdown } from './text/markdown.ts'

/** Code points of a question that are shown above its answer; it is there to be known again. */
const LONGEST_SHOWN = 500

/** The question as a block quote, in at most half a message. */
export function quotedQuestion(question: string): string {
  let length = LONGEST_SHOWN
  let quoted = quote(question, length)
  // Text that has to be made inert grows, so that a shorter beginning may be all there is room for.
  while (discordLength(quoted) > LIMITS.content / 2) {
    length = Math.floor(length / 2)
    quoted = quote(question, length)
  }
  return quoted
}

function quote(question: string, length: number): string {
  return blockQuote(escapeMarkdown(shorten(question.trim(), length)))
}
