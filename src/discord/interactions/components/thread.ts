import { failureText } from '../../answer-question.ts'
import type { BotContext } from '../../bot-context.ts'
import { questionBehind } from '../../conversation/answer-target.ts'
import { threadWelcome } from '../../conversation/thread-welcome.ts'
import { languageOfLocale } from '../../phrases/locale.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { renderNotice } from '../../render/render-notice.ts'
import { LIMITS, shorten } from '../../render/text/limits.ts'
import { escapeMarkdown } from '../../render/text/markdown.ts'
import { isForbidden, loggable, threadExists } from '../../rest/api-errors.ts'
import { missingPermissions, TO_OPEN_THREAD } from '../../rest/permissions.ts'
import {
  type ButtonInteraction,
  deferred,
  type InteractionReply,
  noticed,
  personOf,
} from '../interaction-reply.ts'

/** Longest question that the first message of a thread repeats, in code points. */
const LONGEST_REPEATED = 200

/** Opens a thread below an answer, for those who may open one themselves, and takes the one who pressed along. */
export function openThread(context: BotContext, interaction: ButtonInteraction): InteractionReply {
  const phrases = phrasesFor(languageOfLocale(interaction.locale))
  const { message } = interaction
  const person = personOf(interaction)?.id ?? ''
  const lacking = missingPermissions(BigInt(interaction.app_permissions), TO_OPEN_THREAD)
  if (lacking.length > 0) {
    return noticed(phrases.missingPermissions(lacking.map((name) => phrases.permissions[name])))
  }
  const granted = BigInt(interaction.member?.permissions ?? 0)
  if (missingPermissions(granted, ['CreatePublicThreads']).length > 0) {
    return noticed(phrases.threadNotAllowed)
  }
  if (context.limits.threads.wait(person) > 0) return noticed(phrases.tooManyThreads)
  return deferred(true, async () => {
    try {
      const question = (await questionBehind(context, message)).replace(/\s+/g, ' ')
      const name = shorten(question, LIMITS.threadName) || phrases.threadName
      const thread = await context.api.startThread(message.channel_id, message.id, name)
      context.limits.threads.take(person)
      await takeAlong(context, thread.id, person)
      const welcome = context.readsMessages ? phrases.threadWelcome : phrases.threadWelcomeUnread
      const repeated = question === '' ? '' : `\n${escapeMarkdown(shorten(question, LONGEST_REPEATED))}`
      await context.api.createMessage(thread.id, threadWelcome(person, welcome + repeated))
      return [renderNotice(phrases.threadOpened(`<#${thread.id}>`))]
    } catch (error) {
      // A thread has the id of the message that it grew from.
      if (threadExists(error)) return [renderNotice(phrases.threadExists(`<#${message.id}>`))]
      if (isForbidden(error)) {
        const names = TO_OPEN_THREAD.map((permission) => phrases.permissions[permission])
        return [renderNotice(phrases.missingPermissions(names))]
      }
      return [renderNotice(failureText(context, error, phrases))]
    }
  })
}

/** Otherwise the thread would not be in the list of the one who wanted it. */
async function takeAlong(context: BotContext, thread: string, person: string): Promise<void> {
  await context.api
    .addThreadMember(thread, person)
    .catch((err) => context.log.info({ err: loggable(err) }, 'Somebody could not be added to their thread'))
}
