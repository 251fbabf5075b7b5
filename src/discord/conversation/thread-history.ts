import { type APIMessage, MessageReferenceType, MessageType } from 'discord-api-types/v10'
import type { Turn } from '../../domain/question.ts'
import type { BotContext } from '../bot-context.ts'
import { partNumber } from '../render/message-parts.ts'
import { loggable } from '../rest/api-errors.ts'
import { type ConversationMessage, conversationTurns, MOST_TURNS } from './history.ts'
import { readableText } from './readable-text.ts'
import { welcomedIn } from './thread-welcome.ts'

type ChannelMessage = ConversationMessage & { readonly channel_id: string }

/** Most messages that are read back, enough for the turns that matter. */
const MESSAGES = 30
/** How far a chain of replies is followed upwards, to as many turns as matter; every second step is a request. */
const LONGEST_CHAIN = MOST_TURNS

/** A thread's conversation, and who has taken part in it. */
export interface ThreadConversation {
  readonly turns: readonly Turn[]
  /** The people who wrote or asked for the last messages, each once. */
  readonly people: readonly Participant[]
  /** Id of the person who had the thread opened, as far as it is known. */
  readonly opener: string | undefined
}

interface Participant {
  readonly id: string
  readonly names: readonly string[]
  /** Whether they have written in the thread itself, rather than only asked. */
  readonly writes: boolean
}

/**
 * The conversation of a thread or a direct channel. Without the messages, e.g. for want of a permission, the question
 * is answered by itself.
 *
 * @param before id of the message that asks now
 */
export async function threadConversation(
  context: BotContext,
  channel: string,
  before?: string,
): Promise<ThreadConversation> {
  try {
    const query = { limit: MESSAGES, ...(before === undefined ? {} : { before }) }
    const messages = await context.api.messages(channel, query)
    const starts: ConversationMessage[] = []
    for (const message of messages) starts.unshift(...(await startOf(context, message)))
    const told = [...starts, ...messages.reverse()]
    return {
      turns: conversationTurns(told, context.botId),
      people: peopleIn(starts, messages),
      opener: welcomedIn(messages, context.botId),
    }
  } catch (error) {
    context.log.warn({ err: loggable(error), channel }, 'The conversation so far could not be read')
    return { turns: [], people: [], opener: undefined }
  }
}

function peopleIn(
  starts: readonly ConversationMessage[],
  written: readonly ConversationMessage[],
): Participant[] {
  const people = new Map<string, Participant>()
  for (const message of [...starts, ...written]) {
    const isPerson = !message.author.bot && message.webhook_id === undefined
    const user = isPerson ? message.author : message.interaction_metadata?.user
    if (user === undefined) continue
    const names = [user.username, user.global_name ?? ''].filter((name) => name !== '')
    const writes = people.get(user.id)?.writes === true || (isPerson && written.includes(message))
    people.set(user.id, { id: user.id, names, writes })
  }
  return [...people.values()]
}

/** The first message of a thread only points to the one, outside, that the thread grew from. */
async function startOf(context: BotContext, message: APIMessage): Promise<ConversationMessage[]> {
  const starter = message.type === MessageType.ThreadStarterMessage ? message.referenced_message : undefined
  return starter ? [...(await chainAbove(context, starter)), starter] : []
}

/** The conversation that a reply continues: the message it replies to, the one that that replied to, and so on. */
export async function replyTurns(context: BotContext, message: ChannelMessage): Promise<Turn[]> {
  return conversationTurns(await chainAbove(context, message), context.botId)
}

/** Where somebody else's thread begins: its title and its first message, which is what all of it is about. */
export interface ThreadStart {
  readonly title: string
  /** Empty where it cannot be read. */
  readonly text: string
}

/**
 * @param parent the channel that the thread is in; a thread has the id of the message that it grew from
 */
export async function threadStart(
  context: BotContext,
  thread: {
    readonly id: string
    readonly title: string
    readonly parent: string | undefined
    readonly isPost: boolean
  },
): Promise<ThreadStart> {
  const channel = thread.isPost ? thread.id : thread.parent
  try {
    const starter = channel === undefined ? undefined : await context.api.message(channel, thread.id)
    return { title: thread.title, text: starter === undefined ? '' : readableText(starter, context.botId) }
  } catch (error) {
    context.log.debug({ err: loggable(error), channel: thread.id }, 'The start of a thread could not be read')
    return { title: thread.title, text: '' }
  }
}

/** A thread's start in words; the title alone of a thread that grew from a message repeats that message. */
export function startText({ title, text }: ThreadStart): string {
  return text.startsWith(title.replace(/…$/, ''))
    ? text
    : [title, text].filter((part) => part !== '').join('\n')
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
  const reference = message.message_reference
  // A forward refers to a message, too, which may be anywhere and was not spoken to.
  if (message.type !== MessageType.Reply || reference?.type === MessageReferenceType.Forward) {
    return message.author.id === context.botId ? earlierPart(context, channel, message) : undefined
  }
  // Discord sends one level along with a message; null means deleted.
  if (message.referenced_message !== undefined) return message.referenced_message ?? undefined
  if (reference?.message_id === undefined || (reference.channel_id ?? channel) !== channel) return undefined
  return context.api.message(channel, reference.message_id)
}

/** The first part of an answer that is in several messages, where a later one refers to nothing. */
async function earlierPart(
  context: BotContext,
  channel: string,
  message: ConversationMessage,
): Promise<ConversationMessage | undefined> {
  const part = partNumber(message)
  if (part === undefined || part === 1) return undefined
  const before = await context.api.messages(channel, { limit: 10, before: message.id })
  return before.find(({ author, ...each }) => author.id === context.botId && partNumber(each) === 1)
}
