import type { APIMessage } from 'discord-api-types/v10'
import type { Answer, ConversationAct } from '../../domain/answer.ts'
import type { BotContext } from '../bot-context.ts'
import { askerOf } from '../conversation/history.ts'
import { isGone, loggable } from '../rest/api-errors.ts'
import { type Message, repliedTo } from './addressing.ts'

/** What people do with a reaction rather than with words. */
const REACTIONS: Partial<Record<ConversationAct, string>> = {
  thanks: '👍',
  assent: '👍',
  praise: '❤️',
  laughter: '😄',
  farewell: '👋',
}

/** How many messages above "stop" the answer that is meant can be. */
const LOOKED_THROUGH = 10

/**
 * Does what a turn without a question asks for, where that takes no words: thanks gets a reaction, "stop" takes the answer
 * away.
 *
 * @returns whether it is done, and there is nothing to say
 */
export async function actInsteadOfWords(
  context: BotContext,
  message: Message,
  { kind, act }: Answer,
): Promise<boolean> {
  if (kind !== 'conversation' || act === undefined) return false
  if (act === 'stop') {
    await takeBack(context, message)
    return true
  }
  // An emoji is answered in kind; punctuation alone asks for words.
  const isEmoji = act === 'reaction' && /\p{Extended_Pictographic}/u.test(message.content)
  const emoji = isEmoji ? '👍' : REACTIONS[act]
  if (emoji === undefined) return false
  await context.api
    .react(message.channel_id, message.id, emoji)
    .catch((error) => context.log.debug({ err: loggable(error) }, 'Could not react to a message'))
  return true
}

/** Deletes the answer that a message is about, if its author is the one who was answered. */
async function takeBack(context: BotContext, message: Message): Promise<void> {
  const { api, botId } = context
  const isAnswerToAuthor = (each: APIMessage) =>
    each.author.id === botId && askerOf(each, botId) === message.author.id
  const target = repliedTo(message)
  if (target !== undefined && target?.author.id !== botId) return
  // A reply brings one level along; whom the answer answers is one further up.
  const candidates = target
    ? [await api.message(message.channel_id, target.id)]
    : await api.messages(message.channel_id, { limit: LOOKED_THROUGH, before: message.id })
  const answer = candidates.find(isAnswerToAuthor)
  if (answer === undefined) return
  await api.deleteMessage(message.channel_id, answer.id).catch((error) => {
    if (!isGone(error)) throw error
  })
}
