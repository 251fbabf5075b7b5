import type { BotContext } from '../../bot-context.ts'
import { questionBehind } from '../../conversation/answer-target.ts'
import { languageOfLocale } from '../../phrases/locale.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { MODERATORS_ID } from '../../render/custom-id.ts'
import { withoutButton } from '../../render/message-body.ts'
import { renderNotice } from '../../render/render-notice.ts'
import { shorten } from '../../render/text/limits.ts'
import { escapeMarkdown } from '../../render/text/markdown.ts'
import {
  type ButtonInteraction,
  type InteractionReply,
  noticed,
  personOf,
  withButtons,
} from '../interaction-reply.ts'

/** Longest question that moderators are shown, in code points; the answer above it shows all of it. */
const LONGEST_SHOWN = 500

/** Passes a question on to the moderators: once, for its button goes with the first press. */
export function askModerators(context: BotContext, interaction: ButtonInteraction): InteractionReply {
  const phrases = phrasesFor(languageOfLocale(interaction.locale))
  const { message } = interaction
  const { moderatorRole } = context.settings
  const person = personOf(interaction)?.id ?? ''
  if (moderatorRole === undefined) return noticed(phrases.outdated)
  if (context.memory.escalated.has(message.id)) return noticed(phrases.moderatorsAsked)
  const wait = context.limits.escalations.take(person)
  if (wait > 0) return noticed(phrases.tooManyPresses(Math.ceil(wait / 1000)))
  context.memory.escalated.set(message.id, true)
  return withButtons(withoutButton(message, MODERATORS_ID), async () => {
    const question = escapeMarkdown(shorten(await questionBehind(context, message), LONGEST_SHOWN))
    const notice = renderNotice(phrases.askModerators(`<@&${moderatorRole}>`, `<@${person}>`, question))
    return [{ ...notice, allowed_mentions: { parse: [], roles: [moderatorRole] } }]
  })
}
