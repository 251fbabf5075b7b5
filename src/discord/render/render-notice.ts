import type { APIMessage } from 'discord-api-types/v10'
import { type MessageBody, messageBody } from './message-body.ts'

/** Small print in Discord, and what tells a notice from an answer when a conversation is read back. */
const SMALL_PRINT = '-# '

/** A line of small print; of several lines, each. */
export function smallPrint(text: string): string {
  return text
    .split('\n')
    .map((line) => SMALL_PRINT + line)
    .join('\n')
}

/** Something the bot says about itself rather than about an article: never part of a conversation's history. */
export function renderNotice(text: string): MessageBody {
  return messageBody({ content: smallPrint(text) })
}

/** A message with a line of small print below its text. */
export function withSmallPrint(message: MessageBody, text: string): MessageBody {
  const { content } = message
  return { ...message, content: content === undefined ? smallPrint(text) : `${content}\n${smallPrint(text)}` }
}

export function isNotice({ content, embeds = [] }: Partial<Pick<APIMessage, 'content' | 'embeds'>>): boolean {
  return embeds.length === 0 && (content ?? '').startsWith(SMALL_PRINT)
}

/** A text without its lines of small print. */
export function withoutSmallPrint(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith(SMALL_PRINT))
    .join('\n')
}
