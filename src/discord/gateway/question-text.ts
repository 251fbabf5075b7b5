import type { BotContext } from '../bot-context.ts'
import { hasAttachments, readableText } from '../conversation/readable-text.ts'
import { startText, threadStart } from '../conversation/thread-history.ts'
import type { Phrases } from '../phrases/phrases.ts'
import { type Attention, type Message, repliedTo } from './addressing.ts'
import type { Place } from './place.ts'

/** What a message asks; or what to say where there is nothing to answer, see {@link Phrases}. */
export type MessageQuestion =
  | { readonly text: string; readonly unread?: boolean }
  | { readonly notice: 'noQuestion' | 'unreadable' | 'targetWithheld' | 'messageTextWithheld' }
  | { readonly withheld: true }

/**
 * What is asked: what the message says; of a message without words, the message that it replies to or the thread that it
 * is in.
 */
export async function questionOf(
  context: BotContext,
  message: Message,
  place: Place,
  attention: Attention,
): Promise<MessageQuestion> {
  const bot = context.botId
  const text = readableText(message, bot)
  const unread = hasAttachments(message)
  if (attention === 'post') return { text: startText({ title: place.title, text }), unread }
  if (text !== '') return { text, unread }
  if (unread) return { notice: 'unreadable' }
  if (!mayRead(context, attention)) {
    return attention === 'thread' ? { withheld: true } : { notice: 'messageTextWithheld' }
  }
  const target = repliedTo(message)
  if (target && target.author.id !== bot) {
    const said = readableText(target, bot)
    if (said !== '') return { text: said }
    if (hasAttachments(target)) return { notice: 'unreadable' }
    return { notice: context.readsMessages ? 'unreadable' : 'targetWithheld' }
  }
  if (place.kind === 'thread' && !place.openedByBot && !target) {
    const start = startText(await threadStart(context, { id: message.channel_id, ...place }))
    if (start !== '') return { text: start }
  }
  return { notice: 'noQuestion' }
}

/** Discord withholds what a message says unless it mentions the bot's user (not its role) or is a direct one. */
function mayRead({ readsMessages }: BotContext, attention: Attention): boolean {
  return readsMessages || attention === 'mention' || attention === 'reply' || attention === 'direct'
}
