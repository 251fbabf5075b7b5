import {
  type APIApplicationCommandInteraction,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandType,
} from 'discord-api-types/v10'
import { questionBehind } from '../../conversation/answer-target.ts'
import { hasAttachments, readableText } from '../../conversation/readable-text.ts'
import { languageOfLocale } from '../../phrases/locale.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { noticed } from '../interaction-reply.ts'
import { replyToQuestion } from '../reply-to-question.ts'
import type { Command } from './command.ts'
import { ANYWHERE } from './where.ts'

/** "Ask the article about this", in the menu of a message; of an answer of the bot's, asks its question again. */
export const askAboutMessageCommand: Command = {
  data: {
    ...ANYWHERE,
    type: ApplicationCommandType.Message,
    name: 'Ask the article about this',
    name_localizations: { 'zh-TW': '拿這則訊息問文章', 'zh-CN': '拿这条消息问文章' },
  },
  handle(context, interaction) {
    if (!isMessageCommand(interaction)) return undefined
    const target = interaction.data.resolved.messages[interaction.data.target_id]
    if (target === undefined) return undefined
    if (target.author.id === context.botId) {
      const lookUp = () => questionBehind(context, target)
      return replyToQuestion(context, interaction, { lookUp, ephemeral: false })
    }
    const text = readableText(target, context.botId)
    if (text === '') {
      const phrases = phrasesFor(languageOfLocale(interaction.locale))
      const isUnreadable = hasAttachments(target) || target.embeds.length > 0
      return noticed(isUnreadable ? phrases.unreadable : phrases.wordless)
    }
    return replyToQuestion(context, interaction, { text, ephemeral: false })
  },
}

export function isMessageCommand(
  interaction: APIApplicationCommandInteraction,
): interaction is APIMessageApplicationCommandInteraction {
  return interaction.data.type === ApplicationCommandType.Message
}
