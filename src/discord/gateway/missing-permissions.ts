import type { Language } from '../../domain/language.ts'
import type { BotContext } from '../bot-context.ts'
import type { Permission } from '../phrases/phrases.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { renderNotice } from '../render/render-notice.ts'
import { TO_ANSWER_IN_CHANNEL, TO_ANSWER_IN_THREAD } from '../rest/permissions.ts'
import type { Place } from './place.ts'

/** What the bot may not do where it is asked, and needs to; nothing where that is not known. */
export function lackingPermissions(place: Place): readonly Permission[] {
  if (place.kind === 'direct') return []
  return place.lacks(place.kind === 'thread' ? TO_ANSWER_IN_THREAD : TO_ANSWER_IN_CHANNEL)
}

/**
 * Names the missing permissions in the channel, now and then. Where the bot may not write it says so in the log alone: a direct
 * message to each one who asks is what Discord takes bots out of service for.
 */
export async function tellMissingPermissions(
  context: BotContext,
  message: { readonly channel_id: string; readonly id: string },
  lacking: readonly Permission[],
  language: Language,
): Promise<void> {
  if (context.limits.permissionNotices.take(message.channel_id) > 0) return
  context.log.warn({ channel: message.channel_id, lacking }, 'Permissions are missing in a channel')
  if (lacking.some((name) => name !== 'EmbedLinks' && name !== 'ReadMessageHistory')) return
  const phrases = phrasesFor(language)
  const names = lacking.map((name) => phrases.permissions[name])
  await context.api.createMessage(message.channel_id, renderNotice(phrases.missingPermissions(names)))
}
