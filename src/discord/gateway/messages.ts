import { detectLanguage } from '../../text/languages.ts'
import type { BotContext } from '../bot-context.ts'
import { exclusionOf } from '../owner-settings.ts'
import { languageOfLocale } from '../phrases/locale.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { renderNotice } from '../render/render-notice.ts'
import { isClosed, isForbidden, isGone, loggable } from '../rest/api-errors.ts'
import { type Attention, addressing, attentionOfPlace, isByPerson, type Message } from './addressing.ts'
import { answerMessage } from './answer-message.ts'
import type { Place, Places } from './place.ts'
import { sendAnswer } from './send-answer.ts'
import { noteModerator, staffHasSpoken } from './staff.ts'

/** An edit later than this is no correction of a question any more. */
const EDITED_WITHIN = 15 * 60_000

/**
 * Answers a message that is the bot's business, see {@link Attention}, and no other. Never rejects.
 *
 * @param places looks channels up; only asked for messages of people
 */
export async function handleMessage(context: BotContext, message: Message, places: Places): Promise<void> {
  if (!isByPerson(message)) return
  try {
    const ownRole = message.guild_id === undefined ? undefined : places.ownRole(message.guild_id)
    const spoken = addressing(message, context.botId, ownRole)
    const place = await places.of(message, spoken !== undefined)
    noteModerator(context, message, place)
    const attention = spoken ?? attentionOfPlace(message, place, context.botId, context.settings)
    if (attention === undefined || !(await isWelcome(context, message, place, attention))) return
    await context.memory.inTurn(message.id, async () => {
      if (context.memory.answers.get(message.id)?.text === message.content) return
      await answerOrSayWhyNot(context, message, place, attention)
    })
  } catch (error) {
    logFailure(context, message, error)
  }
}

/**
 * A message was changed. One that now asks something else gets another answer in the place of the one that it had; one
 * that was not for the bot may be now. What Discord itself adds to messages, such as previews of links, is no change.
 */
export async function handleEdit(context: BotContext, message: Message, places: Places): Promise<void> {
  const edited = message.edited_timestamp
  if (!edited || Date.parse(edited) - Date.parse(message.timestamp) > EDITED_WITHIN) return
  await handleMessage(context, message, places)
}

/** Whether the owner lets the bot answer this person here, and nobody does it better. */
async function isWelcome(
  context: BotContext,
  message: Message,
  place: Place,
  attention: Attention,
): Promise<boolean> {
  const channels = [message.channel_id, place.parent]
  if (exclusionOf(context.settings, { roles: message.member?.roles, channels }) !== undefined) return false
  return attention !== 'reply' || !(await staffHasSpoken(context, message, place))
}

async function answerOrSayWhyNot(
  context: BotContext,
  message: Message,
  place: Place,
  attention: Attention,
): Promise<void> {
  const earlier = context.memory.answers.get(message.id)?.messages ?? []
  context.memory.answers.set(message.id, { text: message.content, messages: earlier })
  try {
    await answerMessage(context, message, place, attention)
  } catch (error) {
    if (isGone(error) || isForbidden(error) || isClosed(error)) throw error
    logFailure(context, message, error)
    // Nobody waits for an answer to what they have not asked.
    if (attention === 'post') return
    const language = detectLanguage(message.content, languageOfLocale(place.locale))
    await sendAnswer(context, message, [renderNotice(phrasesFor(language).failed)])
  }
}

function logFailure({ log }: BotContext, message: Message, error: unknown): void {
  const fields = { channel: message.channel_id }
  if (isGone(error)) log.info(fields, 'The channel of a question has been deleted')
  else if (isClosed(error)) log.info(fields, 'The thread of a question has been closed')
  else if (isForbidden(error)) log.warn(fields, 'The bot may not write to the channel of a question')
  else log.error({ err: loggable(error), ...fields }, 'A message could not be answered')
}
