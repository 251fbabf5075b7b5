import { type MessageBody, messageBody } from './message-body.ts'

/** Small print in Discord, and what tells a notice from an answer when a conversation is read back. */
const SMALL_PRINT = '-# '

/** Something the bot says about itself rather than about an article: never part of a conversation's history. */
export function renderNotice(text: string): MessageBody {
  return messageBody({ content: SMALL_PRINT + text })
}

export function isNotice(content: string): boolean {
  return content.startsWith(SMALL_PRINT)
}
