import {
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandType,
  InteractionContextType,
} from 'discord-api-types/v10'
import { failureText } from '../../answer-question.ts'
import { askerBehind } from '../../conversation/answer-target.ts'
import { languageOfLocale } from '../../phrases/locale.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { renderNotice } from '../../render/render-notice.ts'
import { isForbidden, isGone } from '../../rest/api-errors.ts'
import { missingPermissions } from '../../rest/permissions.ts'
import { deferred, noticed, personOf, serverOf } from '../interaction-reply.ts'
import { isMessageCommand } from './ask-about-message.ts'
import type { Command } from './command.ts'
import { ANYWHERE } from './where.ts'

/** "Delete this answer", in the menu of a message: for the one whom it answers, and for those who may delete any message. */
export const deleteAnswerCommand: Command = {
  data: {
    ...ANYWHERE,
    type: ApplicationCommandType.Message,
    name: 'Delete this answer',
    name_localizations: { 'zh-TW': '刪除這則回答', 'zh-CN': '删除这条回答' },
  },
  handle(context, interaction) {
    if (!isMessageCommand(interaction)) return undefined
    const phrases = phrasesFor(languageOfLocale(interaction.locale))
    const target = interaction.data.resolved.messages[interaction.data.target_id]
    if (target?.author.id !== context.botId) return noticed(phrases.notMyAnswer)
    if (!context.hasToken || !isPresent(interaction)) return noticed(phrases.cannotDelete)
    return deferred(true, async () => {
      try {
        const person = personOf(interaction)?.id
        const allowed = isModerator(interaction) || (await askerBehind(context, target)) === person
        if (!allowed) return [renderNotice(phrases.notYourAnswer)]
        await context.api.deleteMessage(target.channel_id, target.id)
        return [renderNotice(phrases.answerDeleted)]
      } catch (error) {
        if (isGone(error)) return [renderNotice(phrases.answerDeleted)]
        if (isForbidden(error)) return [renderNotice(phrases.cannotDelete)]
        return [renderNotice(failureText(context, error, phrases))]
      }
    })
  },
}

/** Whether the bot is there itself, rather than brought along by somebody: only then can it delete anything. */
function isPresent(interaction: APIMessageApplicationCommandInteraction): boolean {
  if (interaction.guild_id !== undefined) return serverOf(interaction) !== undefined
  return interaction.context !== InteractionContextType.PrivateChannel
}

function isModerator({ member, guild_id }: APIMessageApplicationCommandInteraction): boolean {
  // In a direct channel there is nobody else.
  if (guild_id === undefined) return true
  return missingPermissions(BigInt(member?.permissions ?? 0), ['ManageMessages']).length === 0
}
