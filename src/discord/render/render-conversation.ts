import type { Answer } from '../../domain.ts'
import { type MessageBody, messageBody } from './message-body.ts'
import { smallPrint } from './render-notice.ts'
import { answerBlocks } from './text/answer-markdown.ts'
import { packBlocks } from './text/blocks.ts'
import { LIMITS } from './text/limits.ts'
import { escapeMarkdown } from './text/markdown.ts'

/** Questions to begin with that are shown below a reply. */
const MOST_SUGGESTIONS = 3

/**
 * A reply to what is no question, in small print: a line, and below it what one can ask. It is a notice, so it is no part of
 * the conversation that a follow-up refers to.
 */
export function renderConversation({ answer, suggestions = [] }: Answer): MessageBody {
  const said = packBlocks(answerBlocks(answer), { room: () => LIMITS.content / 2 })[0] ?? ''
  const missing = suggestions.filter((question) => !answer.includes(question)).slice(0, MOST_SUGGESTIONS)
  const lines = [
    ...said.split('\n'),
    ...missing.map((question) => `• ${escapeMarkdown(question.replace(/\s+/g, ' '))}`),
  ]
  let content = ''
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const longer = content === '' ? smallPrint(line) : `${content}\n${smallPrint(line)}`
    if ([...longer].length <= LIMITS.content) content = longer
  }
  return messageBody({ content })
}
