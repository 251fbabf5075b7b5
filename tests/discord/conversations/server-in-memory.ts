import type { APIInteraction, APIMessage } from 'discord-api-types/v10'
import { createBotLimits } from '../../../src/discord/bot-limits.ts'
import { createBot } from '../../../src/discord/create-bot.ts'
import type { Message } from '../../../src/discord/gateway/addressing.ts'
import { receiveInteraction } from '../../../src/discord/gateway/handle-gateway-interaction.ts'
import { handleEdit, handleMessage } from '../../../src/discord/gateway/messages.ts'
import { type Place, type Places, UNKNOWN_PLACE } from '../../../src/discord/gateway/place.ts'
import { missingPermissions } from '../../../src/discord/rest/permissions.ts'
import type { Answer } from '../../../src/domain/answer.ts'
import { silentLog } from '../../../src/log.ts'
import { fakeAsk, fakeSnapshot } from '../../support/fake-snapshot.ts'
import { LoopbackDiscord } from '../../support/loopback-discord/loopback-discord.ts'
import { BOT, BOT_ROLE_ID, MODERATOR_ROLE_ID } from '../../support/loopback-discord/payloads.ts'
import { restInMemory } from '../../support/loopback-discord/rest-in-memory.ts'
import { unlimited } from '../start-bot.ts'

export interface ServerOptions {
  readonly isLimited: boolean
  readonly readsMessages: boolean
}

export interface ServerInMemory {
  readonly discord: LoopbackDiscord
  /** Resolves when everything that the bot was told of is done. */
  settled(): Promise<void>
}

/** A server with the bot in it, without a network: the bot's own code from the event on, and Discord's rules. */
export function serverInMemory({ isLimited, readsMessages }: ServerOptions): ServerInMemory {
  const tasks = new Set<Promise<void>>()
  const discord = LoopbackDiscord.inMemory((event, payload) => {
    const task = handle(event, JSON.parse(JSON.stringify(payload)))
    if (task === undefined) return
    tasks.add(task)
    void task.finally(() => tasks.delete(task))
  })
  discord.gateway.messageContentGranted = readsMessages
  const { context } = createBot({
    snapshot: () => snapshot,
    rest: restInMemory(discord),
    hasToken: true,
    botId: BOT.id,
    readsMessages,
    publicUrl: 'https://ask.example.org',
    settings: { forums: 'auto', moderatorRole: MODERATOR_ROLE_ID },
    feedback: { record: async () => {} },
    log: silentLog,
    limits: isLimited ? createBotLimits() : unlimited(),
  })
  const places: Places = {
    of: async (message) => placeIn(discord, message),
    ownRole: () => BOT_ROLE_ID,
  }

  function handle(event: string, payload: unknown): Promise<void> | undefined {
    if (event === 'MESSAGE_CREATE') return handleMessage(context, payload as Message, places)
    if (event === 'MESSAGE_UPDATE') return handleEdit(context, payload as Message, places)
    if (event === 'INTERACTION_CREATE') return receiveInteraction(context, payload as APIInteraction)
    return undefined
  }

  return {
    discord,
    async settled() {
      while (tasks.size > 0) await Promise.all(tasks)
    },
  }
}

function placeIn(
  discord: LoopbackDiscord,
  message: { channel_id: string; guild_id?: string | undefined },
): Place {
  if (message.guild_id === undefined) return { ...UNKNOWN_PLACE, kind: 'direct' }
  const channel = discord.channels.get(message.channel_id)
  if (channel === undefined) return UNKNOWN_PLACE
  const isThread = channel.type === 11
  const parent = isThread ? (channel.parent_id ?? undefined) : undefined
  return {
    kind: isThread ? 'thread' : 'channel',
    openedByBot: isThread && channel.owner_id === BOT.id,
    isPost: parent !== undefined && discord.channels.get(parent)?.type === 15,
    parent,
    title: isThread ? (channel.name ?? '') : '',
    growsThreads: channel.type === 0,
    lacks: (needed) => missingPermissions(discord.permissions, needed),
    locale: discord.locale,
  }
}

/** Answers, refuses, chats, goes on for long or breaks, by the words of the question. */
const snapshot = fakeSnapshot({
  async ask(request) {
    const { question } = request
    if (question.includes('break')) throw new Error('broken')
    const answer = await fakeAsk(request)
    if (question.includes('long')) return { ...answer, answer: `${'Long. '.repeat(500)}${answer.answer}` }
    const act = (['greeting', 'thanks', 'stop'] as const).find((each) => question.includes(each))
    if (act === undefined) return answer
    const reply: Partial<Answer> = {
      kind: 'conversation',
      answered: false,
      act,
      answer: 'Well.',
      citations: [],
    }
    return { ...answer, ...reply }
  },
})

/** Ids of the messages of people that a message of the bot's answers; none for what nobody's message called for. */
export function answeredBy({ message_reference }: APIMessage): string | undefined {
  return message_reference?.message_id
}
