import type { APIMessage } from 'discord-api-types/v10'
import type { MessageBody } from '../render/message-body.ts'
import { renderNotice } from '../render/render-notice.ts'

/** Who is welcomed stands first; nobody is notified, for the one who pressed the button is there already. */
const WELCOMED = /^-# <@(\d+)> /

/** The bot's first words in a thread that somebody had it open. */
export function threadWelcome(person: string, text: string): MessageBody {
  return renderNotice(`<@${person}> ${text}`)
}

/** Id of the person who had a thread opened, as its welcome says. */
export function welcomedIn(
  messages: readonly Pick<APIMessage, 'author' | 'content'>[],
  bot: string,
): string | undefined {
  for (const { author, content } of messages) {
    const person = author.id === bot ? WELCOMED.exec(content)?.[1] : undefined
    if (person !== undefined) return person
  }
  return undefined
}
