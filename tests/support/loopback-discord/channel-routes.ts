import type { APIMessage } from 'discord-api-types/v10'
import { checkBody } from './check-body.ts'
import type { LoopbackDiscord } from './loopback-discord.ts'
import { channelMessage, thread } from './payload-rules.ts'
import { APPLICATION_ID, BOT, DIRECT_CHANNEL_ID, message, threadChannel } from './payloads.ts'
import { type RestResult, type Route, refusal } from './rest-result.ts'

const VIEW = 1n << 10n
const SEND = 1n << 11n
const HISTORY = 1n << 16n
const CREATE_THREADS = 1n << 35n
const SEND_IN_THREADS = 1n << 38n

const UNKNOWN_CHANNEL = refusal(404, 10_003, 'Unknown Channel')
const UNKNOWN_MESSAGE = refusal(404, 10_008, 'Unknown Message')
const MISSING_ACCESS = refusal(403, 50_001, 'Missing Access')
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
        const checked = checkBody(discord, request, channelMessage)
        if ('refused' in checked) return checked.refused
        const { message_reference: reference, content, embeds, components } = checked.body
        const target = reference && discord.findMessage(id, reference.message_id)
        if (reference && !target && reference.fail_if_not_exists !== false) return UNKNOWN_MESSAGE
        const fields = {
          type: target ? 19 : 0,
          content: content?.trim() ?? '',
          embeds: embeds ?? [],
          components: components ?? [],
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
        const created = threadChannel(messageId, checked.body.name, APPLICATION_ID)
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
        discord.typing.push(id)
        return [204]
      }),
  },
  {
    method: 'POST',
    path: /^\/users\/@me\/channels$/,
    handle: () => [200, { id: DIRECT_CHANNEL_ID, type: 1 }],
  },
]

/**
 * A message as the bot gets it. Without the Message Content intent the text of others' messages is withheld unless they
 * mention the bot; and of what a message refers to, only one level comes with it.
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
  return granted ? each : { ...each, content: '', embeds: [], attachments: [] }
}
