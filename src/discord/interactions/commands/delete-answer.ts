import type { APIMessage, APIMessageApplicationCommandInteraction } from 'discord-api-types/v10'
import { ApplicationCommandType } from 'discord-api-types/v10'
import { failureText } from '../../answer-question.ts'
import type { BotContext } from '../../bot-context.ts'
import { askerOf } from '../../conversation/history.ts'
import { languageOfLocale } from '../../phrases/locale.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { renderNotice } from '../../render/render-notice.ts'
import { isGone } from '../../rest/api-errors.ts'
import { missingPermissions } from '../../rest/permissions.ts'
import { deferred, noticed, personOf } from '../interaction-reply.ts'
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
    if (!context.hasToken) return noticed(phrases.cannotDelete)
    return deferred(true, async () => {
      try {
        const allowed = isModerator(interaction) || (await isForAsker(context, interaction, target))
        if (!allowed) return [renderNotice(phrases.notYourAnswer)]
        await context.api.deleteMessage(target.channel_id, target.id)
        return [renderNotice(phrases.answerDeleted)]
      } catch (error) {
        return [renderNotice(isGone(error) ? phrases.answerDeleted : failureText(context, error, phrases))]
      }
    })
  },
}

function isModerator({ member, guild_id }: APIMessageApplicationCommandInteraction): boolean {
  // In a direct channel there is nobody else.
  if (guild_id === undefined) return true
  return missingPermissions(BigInt(member?.permissions ?? 0), ['ManageMessages']).length === 0
}

/** A message in an interaction does not always bring along the one that it replies to. */
async function isForAsker(
  context: BotContext,
  interaction: APIMessageApplicationCommandInteraction,
  target: APIMessage,
): Promise<boolean> {
  const person = personOf(interaction)?.id
  const asker =
    askerOf(target, context.botId) ??
    askerOf(await context.api.message(target.channel_id, target.id), context.botId)
  return person !== undefined && asker === person
}
