import { ApplicationCommandType } from 'discord-api-types/v10'
import { languageOfLocale } from '../../phrases/locale.ts'
import { renderHelp } from '../../render/render-help.ts'
import { privately } from '../interaction-reply.ts'
import { suggestQuestions } from '../suggest.ts'
import type { Command } from './command.ts'
import { ANYWHERE } from './where.ts'

/** How many questions the help shows. */
const EXAMPLES = 3

/** `/help`: what one can ask the bot, and how. */
export const helpCommand: Command = {
  data: {
    ...ANYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    name_localizations: { 'zh-TW': '說明', 'zh-CN': '帮助' },
    description: 'What you can ask me, and how',
    description_localizations: { 'zh-TW': '可以問我什麼,怎麼問', 'zh-CN': '可以问我什么,怎么问' },
  },
  handle(context, interaction) {
    const language = languageOfLocale(interaction.locale)
    const snapshot = context.snapshot()
    const examples = suggestQuestions(snapshot, '', language).slice(0, EXAMPLES)
    return privately([
      renderHelp(snapshot.library, {
        language,
        examples: examples.map(({ value }) => value),
        hasModerators: context.settings.moderatorRole !== undefined,
        keepsQuestions: context.questionLog !== undefined,
      }),
    ])
  },
}
