import {
  type GatewayMessageCreateDispatchData,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10'
import { answersForum, type OwnerSettings } from '../owner-settings.ts'
import type { Place } from './place.ts'

export type Message = GatewayMessageCreateDispatchData

/**
 * Why a message is the bot's business: it names the bot or its role, replies to it with the ping on, is in a direct channel,
 * in a thread that the bot opened, or opens a post in a forum that the bot watches. Nobody has asked for an answer to the
 * last two, so there the bot is silent rather than say that it knows nothing.
 */
export type Attention = 'mention' | 'role' | 'reply' | 'direct' | 'thread' | 'post'

/** Whether a person has written a message; other bots, webhooks and what Discord itself announces are not answered. */
export function isByPerson({ author, webhook_id, type }: Message): boolean {
  return (
    author.bot !== true &&
    webhook_id === undefined &&
    (type === MessageType.Default || type === MessageType.Reply)
  )
}

/** The message that another replies to; a forward refers to a message without speaking to it. */
export function repliedTo(message: Message) {
  const isReply =
    message.type === MessageType.Reply && message.message_reference?.type !== MessageReferenceType.Forward
  return isReply ? message.referenced_message : undefined
}

/** How a message speaks to the bot, as far as the message alone tells. */
export function addressing(
  message: Message,
  bot: string,
  ownRole: string | undefined,
): Attention | undefined {
  if (message.guild_id === undefined) return 'direct'
  const pinged = message.mentions.some(({ id }) => id === bot)
  const repliesToBot = repliedTo(message)?.author.id === bot
  if (mentionedIn(message.content).includes(bot) || (pinged && !repliesToBot)) return 'mention'
  if (ownRole !== undefined && message.mention_roles.includes(ownRole)) return 'role'
  // With the ping off, people talk about the answer; with somebody's name, to that person.
  return repliesToBot && pinged && !speaksToOthers(message, bot) ? 'reply' : undefined
}

/** How a message that does not speak to the bot may still be its business, for being where it is. */
export function attentionOfPlace(
  message: Message,
  place: Place,
  bot: string,
  settings: OwnerSettings,
): Attention | undefined {
  if (place.openedByBot) {
    const target = repliedTo(message)
    const repliesToPerson = target === null || (target !== undefined && target.author.id !== bot)
    return repliesToPerson || speaksToOthers(message, bot) ? undefined : 'thread'
  }
  const opensPost = place.isPost && message.id === message.channel_id
  return opensPost && place.parent !== undefined && answersForum(settings, place.parent) ? 'post' : undefined
}

function speaksToOthers(message: Message, bot: string): boolean {
  return (
    message.mention_everyone ||
    message.mention_roles.length > 0 ||
    mentionedIn(message.content).some((id) => id !== bot) ||
    // Where the text is withheld, whom it names is not; a reply names its author without being written to.
    message.mentions.some(({ id }) => id !== bot && id !== repliedTo(message)?.author.id)
  )
}

function mentionedIn(content: string): string[] {
  return Array.from(content.matchAll(/<@!?(\d+)>/g), ([, id = '']) => id)
}
