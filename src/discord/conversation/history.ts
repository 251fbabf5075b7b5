import type { APIMessage } from 'discord-api-types/v10'
import type { Turn } from '../../domain.ts'
import { beginning } from '../render/limits.ts'
import { unescapeMarkdown } from '../render/markdown.ts'
import { isNotice } from '../render/render-notice.ts'

/** As much of a conversation as a follow-up can refer to. */
const MOST_TURNS = 12
/** In code points. */
const LONGEST_TURN = 1000

/** The part of a message that tells a conversation; of Discord's, not ours. */
export type ConversationMessage = Pick<
  APIMessage,
  'id' | 'author' | 'content' | 'mentions' | 'webhook_id' | 'message_reference' | 'referenced_message'
>

/**
 * A conversation read back from the messages that tell it: people's words and the bot's own answers. This is all the
 * memory the bot has, so a restart or another process goes on where the last one stopped.
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
      if (isNotice(message.content)) continue
      const { question, answer } = readAnswer(message.content)
      add('user', question)
      add('assistant', answer)
    } else if (!message.author.bot && message.webhook_id === undefined) {
      add('user', spokenText(message, bot))
    }
  }
  return turns.slice(-MOST_TURNS)
}

/** The question and the answer as an answer's message shows them; a question that is not shown is empty. */
export function readAnswer(content: string): { question: string; answer: string } {
  const lines = content.split('\n')
  const quoted = lines.findIndex((line) => !line.startsWith('> '))
  const end = quoted === -1 ? lines.length : quoted
  return {
    question: unescapeMarkdown(
      lines
        .slice(0, end)
        .map((line) => line.slice(2))
        .join('\n'),
    ).trim(),
    answer: unescapeMarkdown(lines.slice(end).join('\n')).trim(),
  }
}

/** What an answer's message answers: the question that it shows, or the message that it replies to. */
export function answeredQuestion(message: APIMessage, bot: string): string {
  const { question } = readAnswer(message.content)
  return question === '' && message.referenced_message
    ? spokenText(message.referenced_message, bot)
    : question
}

/** What a person wrote, without the mention that called the bot; other people's mentions become their names. */
export function spokenText(message: Pick<APIMessage, 'content' | 'mentions'>, bot: string): string {
  return message.content
    .replace(/<@!?(\d+)>/g, (_mention, id: string) => {
      const name = message.mentions.find((user) => user.id === id)?.username
      return id === bot || name === undefined ? ' ' : `@${name}`
    })
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}
