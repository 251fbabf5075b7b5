import type { Answer, ConversationAct } from '../../domain/answer.ts'
import { type MessageBody, messageBody } from './message-body.ts'
import { smallPrint } from './render-notice.ts'
import { answerBlocks } from './text/answer-markdown.ts'
import { packBlocks } from './text/blocks.ts'
import { discordLength, LIMITS } from './text/limits.ts'
import { escapeMarkdown } from './text/markdown.ts'

/** Questions to begin with that are shown below a reply to who asks what there is to ask. */
const MOST_SUGGESTIONS = 3
/** Most suggestions in the line of a greeting. */
const MOST_IN_LINE = 2

/** What somebody asks who wants to know more than that the bot is there. */
const EXPLAINED: ReadonlySet<ConversationAct> = new Set(['help', 'identity', 'out-of-scope'])

/**
 * A reply to what is no question, in small print: one line, and for who asks for help what one can ask below it. It is a
 * notice, so it is no part of the conversation that a follow-up refers to.
 */
export function renderConversation({ answer, act, suggestions = [] }: Answer): MessageBody {
  const said = packBlocks(answerBlocks(answer), { room: () => LIMITS.content / 2 })[0] ?? ''
  const missing = suggestions
    .filter((question) => !answer.includes(question))
    .map((question) => escapeMarkdown(question.replace(/\s+/g, ' ')))
  if (act !== undefined && EXPLAINED.has(act)) {
    const lines = missing.slice(0, MOST_SUGGESTIONS).map((question) => `• ${question}`)
    return small([...said.split('\n'), ...lines])
  }
  const line = [said.replace(/\s*\n\s*/g, ' '), missing.slice(0, MOST_IN_LINE).join(' · ')]
  return small([line.filter((part) => part !== '').join(' ')])
}

/** Lines of small print, as many as a message holds. */
function small(lines: readonly string[]): MessageBody {
  let content = ''
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const longer = content === '' ? smallPrint(line) : `${content}\n${smallPrint(line)}`
    if (discordLength(longer) <= LIMITS.content) content = longer
  }
  return messageBody({ content })
}
