import { type APIMessage, MessageType } from 'discord-api-types/v10'
import type { Turn } from '../../domain.ts'
import type { BotContext } from '../bot-context.ts'
import { loggable } from '../rest/api-errors.ts'
import { type ConversationMessage, conversationTurns } from './history.ts'

type ChannelMessage = ConversationMessage & { readonly channel_id: string }

/** As many messages as can hold the turns that matter. */
const MESSAGES = 30
/** How far a chain of replies is followed upwards; each step is a request. */
const LONGEST_CHAIN = 6

/**
 * The conversation of a thread or a direct channel. Without the messages, e.g. for want of a permission, the question
 * is answered by itself.
 *
 * @param before id of the message that asks now
 */
export async function threadTurns(context: BotContext, channel: string, before?: string): Promise<Turn[]> {
  try {
    const query = { limit: MESSAGES, ...(before === undefined ? {} : { before }) }
    const messages = await context.api.messages(channel, query)
    const told: ConversationMessage[] = []
    for (const message of messages.reverse()) told.push(...(await startOf(context, message)), message)
    return conversationTurns(told, context.applicationId)
  } catch (error) {
    context.log.warn({ err: loggable(error), channel }, 'The conversation so far could not be read')
    return []
  }
}

/** The first message of a thread only points to the one, outside, that the thread grew from. */
async function startOf(context: BotContext, message: APIMessage): Promise<ConversationMessage[]> {
  const starter = message.type === MessageType.ThreadStarterMessage ? message.referenced_message : undefined
  return starter ? [...(await chainAbove(context, starter)), starter] : []
}

/** The conversation that a reply continues: the message it replies to, the one that that replied to, and so on. */
export async function replyTurns(context: BotContext, message: ChannelMessage): Promise<Turn[]> {
  return conversationTurns(await chainAbove(context, message), context.applicationId)
}

/** Oldest first; without what cannot be read. */
async function chainAbove(context: BotContext, message: ChannelMessage): Promise<ConversationMessage[]> {
  const chain: ConversationMessage[] = []
  try {
    let parent = await parentOf(context, message.channel_id, message)
    while (parent && chain.length < LONGEST_CHAIN) {
      chain.unshift(parent)
      parent = await parentOf(context, message.channel_id, parent)
    }
  } catch (error) {
    context.log.info({ err: loggable(error) }, 'A message further up in the conversation could not be read')
  }
  return chain
}

async function parentOf(
  context: BotContext,
  channel: string,
  message: ConversationMessage,
): Promise<ConversationMessage | undefined> {
  // Discord sends one level along with a message; null means deleted.
  if (message.referenced_message !== undefined) return message.referenced_message ?? undefined
  const id = message.message_reference?.message_id
  return id === undefined ? undefined : context.api.message(channel, id)
}
