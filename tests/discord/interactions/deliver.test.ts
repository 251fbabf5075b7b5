import { type APIInteraction, InteractionResponseType } from 'discord-api-types/v10'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BotContext } from '../../../src/discord/bot-context.ts'
import { completeInteraction } from '../../../src/discord/interactions/deliver.ts'
import type { InteractionReply } from '../../../src/discord/interactions/interaction-reply.ts'
import type { MessageBody } from '../../../src/discord/render/message-body.ts'
import { silentLog } from '../../../src/log.ts'
import { CHANNEL_ID, snowflake } from '../../support/loopback-discord/payloads.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const MINUTE = 60_000
const ANSWER: MessageBody = { content: 'An answer', allowed_mentions: { parse: [] } }
const reply: InteractionReply = {
  response: { type: InteractionResponseType.DeferredChannelMessageWithSource },
  ephemeral: false,
  messages: async () => [ANSWER],
}

/** Sends an answer to an interaction of that age; Discord refuses it as unknown, as often as is said. */
async function deliver(age: number, refusals: number) {
  const refuse = Object.assign(new Error('Unknown Webhook'), { code: 10_015, status: 404 })
  const editOriginal = vi.fn(async () => undefined)
  for (let refusal = 0; refusal < refusals; refusal++) editOriginal.mockRejectedValueOnce(refuse)
  const createMessage = vi.fn(async () => snowflake())
  const context = { api: { editOriginal, createMessage }, hasToken: true, log: silentLog }
  const interaction = { id: snowflake(Date.now() - age), channel: { id: CHANNEL_ID } }
  const done = completeInteraction(
    context as unknown as BotContext,
    interaction as unknown as APIInteraction,
    reply,
    true,
  )
  await vi.runAllTimersAsync()
  await done
  return { offered: editOriginal.mock.calls.length, inChannel: createMessage.mock.calls }
}

it('offers an answer again to an interaction that Discord does not know yet', async () => {
  expect(await deliver(0, 2)).toEqual({ offered: 3, inChannel: [] })
})

it('offers an answer once to an interaction too old for it, and then writes to the channel', async () => {
  expect(await deliver(16 * MINUTE, 9)).toEqual({ offered: 1, inChannel: [[CHANNEL_ID, ANSWER]] })
})

it('writes to the channel in the end when Discord goes on refusing', async () => {
  expect(await deliver(0, 9)).toEqual({ offered: 5, inChannel: [[CHANNEL_ID, ANSWER]] })
})
