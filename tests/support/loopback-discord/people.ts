import type { APIAttachment, APIMessage, APIUser } from 'discord-api-types/v10'
import type { LoopbackDiscord } from './loopback-discord.ts'
import {
  ALICE,
  BOT,
  CHANNEL_ID,
  DIRECT_CHANNEL_ID,
  FORUM_ID,
  GUILD_ID,
  memberFields,
  message,
  threadChannel,
  user,
} from './payloads.ts'
import { visible } from './visible.ts'

export interface Said {
  readonly by?: APIUser
  /** Ids of the author's roles. */
  readonly roles?: readonly string[]
  readonly channel?: string
  readonly replyTo?: APIMessage
  /** Whether a reply pings the author of what it replies to, as it does unless switched off. */
  readonly ping?: boolean
  readonly webhook?: string
  /** A message that is forwarded: it comes along as a snapshot, and the content is empty. */
  readonly forwards?: APIMessage
  readonly attachments?: readonly Partial<APIAttachment>[]
  /** Further parts of the message: embeds, components, a poll. */
  readonly parts?: Partial<APIMessage>
}

export const MENTION = `<@${BOT.id}>`

/** Someone writes a message: it is stored, and the bot hears of it as far as its intents allow. */
export function say(discord: LoopbackDiscord, content: string, said: Said = {}): APIMessage {
  return write(discord, message(said.channel ?? CHANNEL_ID, said.by ?? ALICE, {}), content, said)
}

function write(discord: LoopbackDiscord, blank: APIMessage, content: string, said: Said): APIMessage {
  const { replyTo, ping = true, webhook, forwards, attachments = [], parts = {}, roles } = said
  const written = {
    ...blank,
    ...parts,
    content,
    ...mentionsOf(content, ping ? replyTo : undefined),
    type: replyTo ? 19 : 0,
    attachments,
    ...(replyTo ? { message_reference: reference(replyTo, 0), referenced_message: replyTo } : {}),
    ...(forwards
      ? { message_reference: reference(forwards, 1), message_snapshots: [{ message: forwards }] }
      : {}),
    ...(webhook ? { webhook_id: webhook } : {}),
  } as APIMessage
  discord.store(written)
  if (roles !== undefined) discord.memberRoles.set(written.author.id, roles)
  tell(discord, 'MESSAGE_CREATE', written)
  return written
}

function reference(to: APIMessage, type: number) {
  return { type, message_id: to.id, channel_id: to.channel_id, guild_id: GUILD_ID }
}

/** Whom and which roles a text mentions, and the author of the message that it replies to unless the ping is off. */
function mentionsOf(content: string, pinged: APIMessage | undefined) {
  const ids = new Set(Array.from(content.matchAll(/<@!?(\d+)>/g), ([, id = '']) => id))
  if (pinged !== undefined) ids.add(pinged.author.id)
  return {
    mentions: [...ids].map((id) => {
      if (id === BOT.id) return BOT
      return id === pinged?.author.id ? pinged.author : user(`user-${id}`, { id })
    }),
    mention_roles: Array.from(content.matchAll(/<@&(\d+)>/g), ([, id = '']) => id),
  }
}

function tell(discord: LoopbackDiscord, event: string, written: APIMessage): void {
  const roles = discord.memberRoles.get(written.author.id)
  const where =
    written.channel_id === DIRECT_CHANNEL_ID ? {} : { guild_id: GUILD_ID, member: memberFields(roles) }
  discord.gateway.dispatch(event, { ...visible(discord, written), ...where })
}

/** Someone changes the text of a message. */
export function edit(discord: LoopbackDiscord, written: APIMessage, content: string): APIMessage {
  const pinged = written.mentions.some(({ id }) => id === written.referenced_message?.author.id)
  const edited = {
    ...written,
    content,
    ...mentionsOf(content, pinged ? (written.referenced_message ?? undefined) : undefined),
    edited_timestamp: new Date().toISOString(),
  }
  discord.replace(edited)
  tell(discord, 'MESSAGE_UPDATE', edited)
  return edited
}

/** Discord adds the preview of a link to a message: an update in which nobody has edited anything. */
export function unfurl(discord: LoopbackDiscord, written: APIMessage): void {
  const unfurled = { ...written, embeds: [{ url: 'https://example.org', title: 'Example' }] }
  discord.replace(unfurled)
  tell(discord, 'MESSAGE_UPDATE', unfurled)
}

/** Someone opens a post in a forum: a thread whose first message has the thread's id. */
export function post(
  discord: LoopbackDiscord,
  title: string,
  content: string,
  said: Said & { readonly forum?: string } = {},
): APIMessage {
  const { by = ALICE, forum = FORUM_ID } = said
  const blank = message('', by, {})
  const thread = threadChannel(blank.id, title, by.id, forum)
  discord.channels.set(thread.id, thread)
  discord.gateway.dispatch('THREAD_CREATE', { ...thread, newly_created: true })
  return write(discord, { ...blank, channel_id: thread.id }, content, said)
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
