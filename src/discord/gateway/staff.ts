import type { BotContext } from '../bot-context.ts'
import { threadConversation } from '../conversation/thread-history.ts'
import { loggable } from '../rest/api-errors.ts'
import type { Message } from './addressing.ts'
import type { Place } from './place.ts'

/** Remembers that a moderator has written in a forum post. */
export function noteModerator(context: BotContext, message: Message, place: Place): void {
  const { moderatorRole } = context.settings
  if (moderatorRole === undefined || !place.isPost) return
  if (message.member?.roles.includes(moderatorRole)) context.memory.staffed.set(message.channel_id, true)
}

/**
 * Whether a moderator takes care of a forum post: then the bot leaves replies to it to people, and only answers who names it.
 * After a restart the roles of those who wrote in the post are looked up.
 */
export async function staffHasSpoken(context: BotContext, message: Message, place: Place): Promise<boolean> {
  const { settings, memory } = context
  const { moderatorRole } = settings
  const { channel_id: post, guild_id: server } = message
  if (moderatorRole === undefined || server === undefined || !place.isPost) return false
  if (memory.staffed.has(post)) return true
  const { people } = await threadConversation(context, post, message.id)
  for (const { id, writes } of people) {
    if (!writes || id === message.author.id || !(await isModerator(context, server, id, moderatorRole)))
      continue
    memory.staffed.set(post, true)
    return true
  }
  return false
}

async function isModerator(
  context: BotContext,
  server: string,
  person: string,
  role: string,
): Promise<boolean> {
  try {
    return (await context.api.member(server, person)).roles.includes(role)
  } catch (error) {
    context.log.debug({ err: loggable(error) }, 'The roles of a member could not be read')
    return false
  }
}
