import { type GatewayMessageCreateDispatchData, MessageType } from 'discord-api-types/v10'
import { LONGEST_QUESTION } from '../../answer/check-request.ts'
import { detectLanguage } from '../../text/languages.ts'
import { answerMessages, refusal } from '../answer-question.ts'
import type { BotContext } from '../bot-context.ts'
import { spokenText } from '../conversation/history.ts'
import { replyTurns, threadTurns } from '../conversation/thread-history.ts'
import { languageOfLocale } from '../phrases/locale.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { beginning } from '../render/limits.ts'
import type { MessageBody } from '../render/message-body.ts'
import { renderNotice } from '../render/render-notice.ts'
import { isForbidden, isGone, loggable } from '../rest/api-errors.ts'
import { tellMissingPermissions } from './missing-permissions.ts'
import type { Place } from './place.ts'

type Message = GatewayMessageCreateDispatchData

/**
 * Answers a message that speaks to the bot: one that mentions it, replies to it, stands in a thread that it opened or
 * in a direct channel. Ignores every other, and all that bots and webhooks write. Never rejects.
 *
 * @param placeOf looks a channel up; only asked for messages of people
 */
export async function handleMessage(
  context: BotContext,
  message: Message,
  placeOf: (message: Message) => Promise<Place>,
): Promise<void> {
  const isByPerson = message.author.bot !== true && message.webhook_id === undefined
  if (!isByPerson || (message.type !== MessageType.Default && message.type !== MessageType.Reply)) return
  try {
    const place = await placeOf(message)
    const mentioned = message.mentions.some(({ id }) => id === context.applicationId)
    const repliesToBot = message.referenced_message?.author.id === context.applicationId
    if (mentioned || repliesToBot || place.openedByBot || place.kind === 'direct') {
      await answerMessage(context, message, place, mentioned)
    }
  } catch (error) {
    if (isGone(error)) {
      context.log.info({ channel: message.channel_id }, 'The channel of a question has been deleted')
    } else if (isForbidden(error)) {
      context.log.warn({ channel: message.channel_id }, 'The bot may not write to the channel of a question')
    } else {
      context.log.error(
        { err: loggable(error), channel: message.channel_id },
        'A message could not be answered',
      )
    }
  }
}

async function answerMessage(
  context: BotContext,
  message: Message,
  place: Place,
  mentioned: boolean,
): Promise<void> {
  const language = detectLanguage(message.content, languageOfLocale(place.locale))
  const phrases = phrasesFor(language)
  const text = questionText(context, message, mentioned)
  if (text === '') {
    // Direct messages always come with their text, so this one has none.
    if (mentioned || place.kind === 'direct') await send(context, message, [renderNotice(phrases.noQuestion)])
    else if (!context.readsMessages) await sayOnce(context, message, phrases.messageTextWithheld)
    return
  }
  if (await tellMissingPermissions(context, message, place, language)) return
  const asker = { user: message.author.id, server: message.guild_id }
  const refused = refusal(context, asker, language)
  if (refused !== undefined) return send(context, message, [renderNotice(refused)])

  context.api
    .typing(message.channel_id)
    .catch((error) => context.log.debug({ err: loggable(error) }, 'Could not show typing'))
  const isConversation = place.openedByBot || place.kind === 'direct'
  const history = isConversation
    ? await threadTurns(context, message.channel_id, message.id)
    : await replyTurns(context, message)
  const question = beginning(text, LONGEST_QUESTION)
  const frame = { offerThread: place.growsThreads }
  const answer = await answerMessages(context, { question, history }, frame, language)
  const cut = question === text ? [] : [renderNotice(phrases.questionCut)]
  try {
    await send(context, message, [...answer, ...cut])
  } catch (error) {
    if (!isForbidden(error)) throw error
    await tellMissingPermissions(context, message, { ...place, permissions: 0n }, language)
  }
}

/** What is asked; a mention alone, in reply to someone's message, asks what that message says. */
function questionText(context: BotContext, message: Message, mentioned: boolean): string {
  const text = spokenText(message, context.applicationId)
  const target = message.referenced_message
  if (text !== '' || !mentioned || !target || target.author.id === context.applicationId) return text
  return spokenText(target, context.applicationId)
}

async function send(context: BotContext, message: Message, bodies: readonly MessageBody[]): Promise<void> {
  for (const [index, body] of bodies.entries()) {
    await context.api.createMessage(message.channel_id, body, index === 0 ? message.id : undefined)
  }
}

/** Says something unless it stands among the channel's last messages already. */
async function sayOnce(context: BotContext, message: Message, text: string): Promise<void> {
  const notice = renderNotice(text)
  const recent = await context.api.messages(message.channel_id, { limit: 50, before: message.id })
  const said = recent.some(
    ({ author, content }) => author.id === context.applicationId && content === notice.content,
  )
  if (!said) await send(context, message, [notice])
}
