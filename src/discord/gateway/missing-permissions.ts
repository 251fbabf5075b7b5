import type { Language } from '../../domain.ts'
import type { BotContext } from '../bot-context.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { renderNotice } from '../render/render-notice.ts'
import { isForbidden, loggable } from '../rest/api-errors.ts'
import { missingPermissions, TO_ANSWER_IN_CHANNEL, TO_ANSWER_IN_THREAD } from '../rest/permissions.ts'
import type { Place } from './place.ts'

/**
 * Names the permissions that the bot lacks for answering in a channel to the one who asked there: in the channel if it
 * may write at all, else in a direct message.
 *
 * @returns whether anything was missing
 */
export async function tellMissingPermissions(
  context: BotContext,
  message: { readonly channel_id: string; readonly author: { readonly id: string } },
  place: Place,
  language: Language,
): Promise<boolean> {
  if (place.kind === 'direct' || place.permissions === undefined) return false
  const needed = place.kind === 'thread' ? TO_ANSWER_IN_THREAD : TO_ANSWER_IN_CHANNEL
  const lacking = missingPermissions(place.permissions, needed)
  if (lacking.length === 0) return false
  const phrases = phrasesFor(language)
  const names = lacking.map((name) => phrases.permissions[name])
  const canWrite = !lacking.some((name) => name !== 'EmbedLinks' && name !== 'ReadMessageHistory')
  context.log.warn({ channel: message.channel_id, lacking }, 'Permissions are missing in a channel')
  try {
    const notice = renderNotice(`<#${message.channel_id}>: ${phrases.missingPermissions(names)}`)
    const channel = canWrite ? message.channel_id : await context.api.openDirectChannel(message.author.id)
    await context.api.createMessage(channel, notice)
  } catch (error) {
    context.log.warn(
      { err: loggable(error) },
      isForbidden(error) ? 'Nor may the bot write to the asker' : 'The asker could not be told',
    )
  }
  return true
}
