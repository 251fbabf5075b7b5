import type { APIMessage } from 'discord-api-types/v10'
import type { LoopbackDiscord } from './loopback-discord.ts'
import { BOT, DIRECT_CHANNEL_ID } from './payloads.ts'

/**
 * A message as the bot gets it. Without the Message Content intent the content of others' messages is withheld unless they
 * mention the bot's user (its role does not count); and of what a message refers to, only one level comes with it.
 */
export function visible(discord: LoopbackDiscord, each: APIMessage): APIMessage {
  if (!each.referenced_message) return readable(discord, each)
  const { referenced_message: _further, ...referenced } = each.referenced_message
  return { ...readable(discord, each), referenced_message: readable(discord, referenced) }
}

function readable(discord: LoopbackDiscord, each: APIMessage): APIMessage {
  const granted =
    discord.gateway.messageContentGranted ||
    each.channel_id === DIRECT_CHANNEL_ID ||
    each.author.id === BOT.id ||
    each.mentions.some(({ id }) => id === BOT.id)
  if (granted) return each
  const { poll: _poll, message_snapshots: _snapshots, ...rest } = each
  return { ...rest, content: '', embeds: [], attachments: [], components: [] }
}
