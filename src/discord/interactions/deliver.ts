import { type APIInteraction, InteractionResponseType } from 'discord-api-types/v10'
import { pause } from '../../pause.ts'
import type { BotContext } from '../bot-context.ts'
import { languageOfLocale } from '../phrases/locale.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import type { MessageBody } from '../render/message-body.ts'
import { renderNotice } from '../render/render-notice.ts'
import { isExpired, isForbidden, isGone, loggable } from '../rest/api-errors.ts'
import type { InteractionReply } from './interaction-reply.ts'

/** How long an interaction's token is good. */
const TOKEN_MILLISECONDS = 15 * 60_000

/** First millisecond of Discord's clock; an id's upper 42 bits count from it. */
const DISCORD_EPOCH = 1_420_070_400_000n

/** Waits before an answer is offered again to an interaction that Discord does not know yet, in milliseconds. */
const PATIENCE = [250, 500, 1000, 2000]

/** Gives a message the place it has in a reply; rejects as Discord's REST API does. */
type Send = (message: MessageBody, index: number) => Promise<void>

/**
 * Sends what follows an interaction's response. What can no longer be sent that way goes to the channel, unless it was
 * meant for one person; what cannot go there either is logged. Never rejects.
 *
 * @param acknowledged whether Discord took the response; otherwise nothing can be sent with the interaction's token
 */
export async function completeInteraction(
  context: BotContext,
  interaction: APIInteraction,
  reply: InteractionReply,
  acknowledged: boolean,
): Promise<void> {
  const isDeferred = reply.response.type === InteractionResponseType.DeferredChannelMessageWithSource
  const send: Send = (message, index) =>
    isDeferred && index === 0
      ? context.api.editOriginal(interaction, message)
      : context.api.followUp(interaction, message, reply.ephemeral)
  let messages: readonly MessageBody[] = []
  let sent = 0
  try {
    const completion = (await reply.messages?.()) ?? []
    if ('privately' in completion) {
      if (acknowledged) await tellAsker(context, interaction, reply, completion.privately)
      return
    }
    messages = completion
    while (acknowledged && sent < messages.length) {
      const index = sent
      const message = messages[index] as MessageBody
      await patiently(interaction, () => send(message, index))
      sent += 1
    }
  } catch (error) {
    if (isGone(error)) {
      context.log.info({ interaction: interaction.id }, 'The message to be answered has been deleted')
      return
    }
    if (!isExpired(error)) return reportFailure(context, interaction, reply, { error, isFirst: sent === 0 })
  }
  if (sent < messages.length) await sendToChannel(context, interaction, reply, messages.slice(sent))
}

/** Says something to the asker alone, in the place of a "thinking…" that everyone may see. */
async function tellAsker(
  context: BotContext,
  interaction: APIInteraction,
  reply: InteractionReply,
  message: MessageBody,
): Promise<void> {
  if (reply.ephemeral) return patiently(interaction, () => context.api.editOriginal(interaction, message))
  await patiently(interaction, () => context.api.deleteOriginal(interaction))
  await context.api.followUp(interaction, message, true)
}

/**
 * Over HTTP an answer can be ready before Discord has read our response, and is then refused as unknown. Only an
 * interaction too old to be answered is refused for good.
 */
async function patiently(interaction: APIInteraction, send: () => Promise<void>): Promise<void> {
  for (const wait of [...PATIENCE, undefined]) {
    try {
      return await send()
    } catch (error) {
      if (wait === undefined || !isExpired(error) || age(interaction.id) > TOKEN_MILLISECONDS) throw error
      await pause(wait)
    }
  }
}

/** Logs what went wrong, and says that it did to the one who would wait in vain. */
async function reportFailure(
  context: BotContext,
  interaction: APIInteraction,
  reply: InteractionReply,
  { error, isFirst }: { readonly error: unknown; readonly isFirst: boolean },
): Promise<void> {
  context.log.error({ err: loggable(error), interaction: interaction.id }, 'An answer could not be sent')
  const isDeferred = reply.response.type === InteractionResponseType.DeferredChannelMessageWithSource
  const notice = failed(interaction)
  try {
    if (isDeferred && isFirst) await tellAsker(context, interaction, reply, notice)
    else await context.api.followUp(interaction, notice, true)
  } catch (noticeError) {
    context.log.warn({ err: loggable(noticeError) }, 'Nor could a notice be sent in its place')
  }
}

function failed(interaction: APIInteraction): MessageBody {
  const locale = 'locale' in interaction ? interaction.locale : undefined
  return renderNotice(phrasesFor(languageOfLocale(locale)).failed)
}

async function sendToChannel(
  context: BotContext,
  interaction: APIInteraction,
  reply: InteractionReply,
  messages: readonly MessageBody[],
): Promise<void> {
  const fields = { interaction: interaction.id, channel: interaction.channel?.id }
  const channel = interaction.channel?.id
  if (reply.ephemeral || channel === undefined || !context.hasToken) {
    const why = reply.ephemeral
      ? 'it was meant for one person alone'
      : 'there is no bot token to write to the channel with'
    context.log.warn(fields, `An interaction expired before its answer was sent, and ${why}`)
    return
  }
  try {
    for (const message of messages) await context.api.createMessage(channel, message)
    context.log.info(
      fields,
      'An interaction expired before its answer was sent; the answer went to the channel',
    )
  } catch (error) {
    const why = isForbidden(error) ? 'the bot may not write to its channel' : 'its channel did not take it'
    context.log.warn(
      { err: loggable(error), ...fields },
      `An interaction expired before its answer was sent, and ${why}`,
    )
  }
}

function age(id: string): number {
  return Date.now() - Number((BigInt(id) >> 22n) + DISCORD_EPOCH)
}
