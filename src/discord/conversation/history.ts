import type { APIMessage } from 'discord-api-types/v10'
import type { Turn } from '../../domain/question.ts'
import { isNotice, withoutSmallPrint } from '../render/render-notice.ts'
import { beginning } from '../render/text/limits.ts'
import { unescapeMarkdown } from '../render/text/markdown.ts'
import { readableText, type SpokenMessage } from './readable-text.ts'

/** Most turns of a conversation that a follow-up can refer to. */
export const MOST_TURNS = 12
/** In code points. */
const LONGEST_TURN = 1000

/** The part of a message that tells a conversation; of Discord's, not ours. */
export type ConversationMessage = SpokenMessage &
  Pick<
    APIMessage,
    | 'id'
    | 'author'
    | 'type'
    | 'embeds'
    | 'webhook_id'
    | 'message_reference'
    | 'referenced_message'
    | 'interaction_metadata'
  >

/**
 * A conversation read back from the messages that tell it: people's words and the bot's own answers. This is all the
 * memory that an answer needs, so a restart or another process goes on where the last one stopped.
 *
 * @param messages oldest first
 */
export function conversationTurns(messages: readonly ConversationMessage[], bot: string): Turn[] {
  const turns: Turn[] = []
  const add = (role: Turn['role'], content: string) => {
    if (content !== '') turns.push({ role, content: beginning(content, LONGEST_TURN) })
  }
  for (const message of messages) {
    if (message.author.id === bot) {
      if (isNotice(message)) continue
      const { question, answer } = readAnswer(message)
      add('user', question)
      add('assistant', answer)
    } else if (!message.author.bot && message.webhook_id === undefined) {
      add('user', readableText(message, bot))
    }
  }
  return turns.slice(-MOST_TURNS)
}

/**
 * The question and the answer as an answer's message shows them; a question that is not shown is empty. Where the quotes
 * are the answer, they are shown once, in the embed.
 */
export function readAnswer(message: Pick<APIMessage, 'content' | 'embeds'>): {
  question: string
  answer: string
} {
  const lines = message.content.split('\n')
  const quoted = lines.findIndex((line) => !line.startsWith('> '))
  const end = quoted === -1 ? lines.length : quoted
  const question = lines.slice(0, end).map((line) => line.slice(2))
  const said = withoutSmallPrint(lines.slice(end).join('\n'))
  return {
    question: unescapeMarkdown(question.join('\n')).trim(),
    answer: plain(said) || citedWordsOf(message),
  }
}

/** What is in bold: the cited words among those around them; of code, which has no bold, all that is shown. */
function citedWordsOf({ embeds }: Pick<APIMessage, 'embeds'>): string {
  const shown = withoutSmallPrint(embeds.map(({ description = '' }) => description).join('\n'))
  const bold = Array.from(shown.matchAll(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/gs), ([, words = '']) => words)
  return plain(bold.length > 0 ? bold.join('\n') : shown)
}

/** Without the marks of code within a line; those of a fence are lines of their own. */
function plain(markdown: string): string {
  return unescapeMarkdown(markdown.replace(/(?<![\\`])`(?!`)/g, '')).trim()
}

/** What an answer's message answers: the question that it shows, or the message that it replies to. */
export function answeredQuestion(message: APIMessage, bot: string): string {
  const { question } = readAnswer(message)
  const asked = message.referenced_message
  if (question !== '' || !asked) return question
  return asked.author.id === bot ? readAnswer(asked).question : readableText(asked, bot)
}

/** Id of the person whom an answer's message answers; `undefined` when nothing tells. */
export function askerOf(message: APIMessage, bot: string): string | undefined {
  const asked = message.referenced_message?.author.id
  return message.interaction_metadata?.user.id ?? (asked === bot ? undefined : asked)
}
