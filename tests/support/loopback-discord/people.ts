import type { APIMessage, APIUser } from 'discord-api-types/v10'
import { visible } from './channel-routes.ts'
import type { LoopbackDiscord } from './loopback-discord.ts'
import { ALICE, BOT, CHANNEL_ID, DIRECT_CHANNEL_ID, GUILD_ID, message } from './payloads.ts'

export interface Said {
  readonly by?: APIUser
  readonly channel?: string
  readonly replyTo?: APIMessage
  /** Whether a reply pings the author of what it replies to, as it does unless switched off. */
  readonly ping?: boolean
  readonly webhook?: string
}

export const MENTION = `<@${BOT.id}>`

/** Someone writes a message: it is stored, and the bot hears of it as far as its intents allow. */
export function say(discord: LoopbackDiscord, content: string, said: Said = {}): APIMessage {
  const { by = ALICE, channel = CHANNEL_ID, replyTo, ping = true, webhook } = said
  const mentioned = content.includes(MENTION) || (replyTo?.author.id === BOT.id && ping)
  const written = message(channel, by, {
    content,
    mentions: mentioned ? [BOT] : [],
    type: replyTo ? 19 : 0,
    ...(replyTo
      ? {
          message_reference: { message_id: replyTo.id, channel_id: channel, type: 0 },
          referenced_message: replyTo,
        }
      : {}),
    ...(webhook ? { webhook_id: webhook } : {}),
  } as Partial<APIMessage>)
  discord.store(written)
  const where = channel === DIRECT_CHANNEL_ID ? {} : { guild_id: GUILD_ID }
  discord.gateway.dispatch('MESSAGE_CREATE', { ...visible(discord, written), ...where })
  return written
}

/** The bot's messages in a channel, oldest first, as soon as there are as many. */
export async function botMessages(
  discord: LoopbackDiscord,
  channel: string,
  count: number,
): Promise<APIMessage[]> {
  return discord.until(() => {
    const all = discord.messagesIn(channel).filter(({ author, type }) => author.id === BOT.id && type !== 21)
    return all.length >= count && all
  })
}
