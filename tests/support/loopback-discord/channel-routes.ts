import type { APIMessage } from 'discord-api-types/v10'
import { checkBody } from './check-body.ts'
import type { LoopbackDiscord } from './loopback-discord.ts'
import { channelEdit, channelMessage, thread } from './payload-rules.ts'
import { BOT, DIRECT_CHANNEL_ID, member, message, threadChannel, user } from './payloads.ts'
import { type RestResult, type Route, refusal } from './rest-result.ts'
import { visible } from './visible.ts'

const REACT = 1n << 6n
const VIEW = 1n << 10n
const SEND = 1n << 11n
const HISTORY = 1n << 16n
const CREATE_THREADS = 1n << 35n
const SEND_IN_THREADS = 1n << 38n

const UNKNOWN_CHANNEL = refusal(404, 10_003, 'Unknown Channel')
const UNKNOWN_MESSAGE = refusal(404, 10_008, 'Unknown Message')
const MISSING_ACCESS = refusal(403, 50_001, 'Missing Access')
const LOCKED = refusal(400, 50_083, 'Thread is archived')
const ANOTHERS = refusal(403, 50_005, 'Cannot edit a message authored by another user')
const MISSING_PERMISSIONS = refusal(403, 50_013, 'Missing Permissions')

function inChannel(
  discord: LoopbackDiscord,
  id: string,
  needed: bigint,
  handle: () => RestResult,
): RestResult {
  if (id === DIRECT_CHANNEL_ID) return handle()
  if (!discord.channels.has(id)) return UNKNOWN_CHANNEL
  if ((discord.permissions & VIEW) === 0n) return MISSING_ACCESS
  return (discord.permissions & needed) === needed ? handle() : MISSING_PERMISSIONS
}

function isLocked(discord: LoopbackDiscord, id: string): boolean {
  const channel = discord.channels.get(id)
  return channel !== undefined && 'thread_metadata' in channel && channel.thread_metadata?.locked === true
}

export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/channels\/(\d+)$/,
    handle: (discord, _request, id = '') => inChannel(discord, id, 0n, () => [200, discord.channels.get(id)]),
  },
  {
    method: 'GET',
    path: /^\/channels\/(\d+)\/messages$/,
    handle: (discord, { query }, id = '') =>
      inChannel(discord, id, HISTORY, () => {
        const before = query.get('before')
        const limit = Number(query.get('limit') ?? 50)
        if (!(limit >= 1 && limit <= 100)) return refusal(400, 50_035, 'Invalid Form Body')
        const older = discord
          .messagesIn(id)
          .filter((each) => before === null || BigInt(each.id) < BigInt(before))
        return [
          200,
          older
            .slice(-limit)
            .reverse()
            .map((each) => visible(discord, each)),
        ]
      }),
  },
  {
    method: 'GET',
    path: /^\/channels\/(\d+)\/messages\/(\d+)$/,
    handle: (discord, _request, id = '', messageId = '') =>
      inChannel(discord, id, HISTORY, () => {
        const found = discord.findMessage(id, messageId)
        return found ? [200, visible(discord, found)] : UNKNOWN_MESSAGE
      }),
  },
  {
    method: 'POST',
    path: /^\/channels\/(\d+)\/messages$/,
    handle(discord, request, id = '') {
      const isThread = discord.channels.get(id)?.type === 11
      return inChannel(discord, id, isThread ? SEND_IN_THREADS : SEND, () => {
        if (isLocked(discord, id)) return LOCKED
        const checked = checkBody(discord, request, channelMessage)
        if ('refused' in checked) return checked.refused
        const { message_reference: reference, content, embeds, components, nonce } = checked.body
        // With `enforce_nonce` the same nonce is the same message, whichever process sends it.
        const sent = discord.messagesIn(id).find((each) => nonce !== undefined && each.nonce === nonce)
        if (sent !== undefined) return [200, sent]
        const target = reference && discord.findMessage(id, reference.message_id)
        if (reference && !target && reference.fail_if_not_exists !== false) return UNKNOWN_MESSAGE
        const fields = {
          type: target ? 19 : 0,
          content: content?.trim() ?? '',
          embeds: embeds ?? [],
          components: components ?? [],
          ...(nonce === undefined ? {} : { nonce }),
          ...(target
            ? { message_reference: { ...reference, channel_id: id }, referenced_message: target }
            : {}),
        }
        return [200, discord.store(message(id, BOT, fields as Partial<APIMessage>))]
      })
    },
  },
  {
    method: 'POST',
    path: /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
    handle: (discord, request, id = '', messageId = '') =>
      inChannel(discord, id, CREATE_THREADS, () => {
        const checked = checkBody(discord, request, thread)
        if ('refused' in checked) return checked.refused
        const starter = discord.findMessage(id, messageId)
        if (starter === undefined) return UNKNOWN_MESSAGE
        if (discord.channels.has(messageId)) {
          return refusal(400, 160_004, 'A thread has already been created for this message')
        }
        const created = threadChannel(messageId, checked.body.name, BOT.id)
        discord.channels.set(messageId, created)
        const pointer = { type: 21, referenced_message: starter } as Partial<APIMessage>
        discord.store(message(messageId, BOT, pointer))
        discord.gateway.dispatch('THREAD_CREATE', { ...created, newly_created: true })
        return [201, created]
      }),
  },
  {
    method: 'POST',
    path: /^\/channels\/(\d+)\/typing$/,
    handle: (discord, _request, id = '') =>
      inChannel(discord, id, 0n, () => {
        const all = discord.messagesIn(id)
        const asked = all.findLast(({ author }) => author.id !== BOT.id)
        const isAnswered = all.some(({ message_reference }) => message_reference?.message_id === asked?.id)
        // It is shown for ten seconds or until the bot's next message, and there is none to come.
        if (isAnswered) discord.violations.push(`typing in ${id} after the answer`)
        discord.typing.push(id)
        return [204]
      }),
  },
  {
    method: 'PATCH',
    path: /^\/channels\/(\d+)\/messages\/(\d+)$/,
    handle: (discord, request, id = '', messageId = '') =>
      inChannel(discord, id, 0n, () => {
        const found = discord.findMessage(id, messageId)
        if (found === undefined) return UNKNOWN_MESSAGE
        if (found.author.id !== BOT.id) return ANOTHERS
        if (isLocked(discord, id)) return LOCKED
        const checked = checkBody(discord, request, channelEdit)
        if ('refused' in checked) return checked.refused
        const { allowed_mentions: _mentions, ...changes } = checked.body
        const edited = { ...found, ...changes, edited_timestamp: new Date().toISOString() } as APIMessage
        discord.replace(edited)
        return [200, edited]
      }),
  },
  {
    method: 'DELETE',
    path: /^\/channels\/(\d+)\/messages\/(\d+)$/,
    handle: (discord, _request, id = '', messageId = '') =>
      inChannel(discord, id, 0n, () => {
        const found = discord.findMessage(id, messageId)
        if (found === undefined) return UNKNOWN_MESSAGE
        if (found.author.id !== BOT.id) return MISSING_PERMISSIONS
        discord.deleteMessage(id, messageId)
        return [204]
      }),
  },
  {
    method: 'PUT',
    path: /^\/channels\/(\d+)\/messages\/(\d+)\/reactions\/([^/]+)\/@me$/,
    handle: (discord, _request, id = '', messageId = '', emoji = '') =>
      inChannel(discord, id, REACT | HISTORY, () => {
        if (discord.findMessage(id, messageId) === undefined) return UNKNOWN_MESSAGE
        discord.reactions.push({ message: messageId, emoji: decodeURIComponent(emoji) })
        return [204]
      }),
  },
  {
    method: 'PUT',
    path: /^\/channels\/(\d+)\/thread-members\/(\d+)$/,
    handle: (discord, _request, id = '', person = '') =>
      inChannel(discord, id, SEND_IN_THREADS, () => {
        discord.threadMembers.push({ thread: id, user: person })
        return [204]
      }),
  },
  {
    method: 'GET',
    path: /^\/guilds\/\d+\/members\/(\d+)$/,
    handle: (discord, _request, person = '') => [
      200,
      member(user(`user-${person}`, { id: person }), discord.memberRoles.get(person)),
    ],
  },
  {
    method: 'POST',
    path: /^\/users\/@me\/channels$/,
    handle: () => [200, { id: DIRECT_CHANNEL_ID, type: 1 }],
  },
]
