import { isChatInputApplicationCommandInteraction } from 'discord-api-types/utils/v10'
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10'
import type { Language } from '../../../domain/language.ts'
import { LONGEST_QUESTION } from '../../../domain/question.ts'
import { languageOfLocale } from '../../phrases/locale.ts'
import { booleanOption, focusedOption, stringOption } from '../command-options.ts'
import { choices } from '../interaction-reply.ts'
import { replyToQuestion } from '../reply-to-question.ts'
import { suggestQuestions } from '../suggest.ts'
import type { Command } from './command.ts'
import { ANYWHERE } from './where.ts'

const LANGUAGES: readonly { readonly name: string; readonly value: Language }[] = [
  { name: 'English', value: 'en' },
  { name: '繁體中文', value: 'zh-Hant' },
  { name: '简体中文', value: 'zh-Hans' },
]

/** `/ask`, in the open or privately; in a thread that the bot opened it is a follow-up. */
export const askCommand: Command = {
  data: {
    ...ANYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    name_localizations: { 'zh-TW': '提問', 'zh-CN': '提问' },
    description: 'Ask the article a question; the answer shows the words that say so',
    description_localizations: {
      'zh-TW': '向文章提問,回答會附上原文出處',
      'zh-CN': '向文章提问,回答会附上原文出处',
    },
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        name_localizations: { 'zh-TW': '問題', 'zh-CN': '问题' },
        description: 'What would you like to know?',
        description_localizations: { 'zh-TW': '想知道什麼?', 'zh-CN': '想知道什么?' },
        required: true,
        min_length: 1,
        max_length: LONGEST_QUESTION,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        name_localizations: { 'zh-TW': '僅自己可見', 'zh-CN': '仅自己可见' },
        description: 'Show the answer to you alone',
        description_localizations: { 'zh-TW': '只讓自己看到回答', 'zh-CN': '只让自己看到回答' },
        required: false,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'language',
        name_localizations: { 'zh-TW': '語言', 'zh-CN': '语言' },
        description: 'Language of the answer; quotes stay in their own',
        description_localizations: {
          'zh-TW': '回答用的語言,引文維持原文',
          'zh-CN': '回答用的语言,引文保持原文',
        },
        required: false,
        choices: [...LANGUAGES],
      },
    ],
  },
  handle(context, interaction) {
    if (!isChatInputApplicationCommandInteraction(interaction)) return undefined
    const language = stringOption(interaction, 'language')
    return replyToQuestion(context, interaction, {
      text: stringOption(interaction, 'question').trim(),
      ephemeral: booleanOption(interaction, 'private'),
      language: LANGUAGES.find(({ value }) => value === language)?.value,
    })
  },
  complete(context, interaction) {
    const typed = focusedOption(interaction)?.value ?? ''
    return choices(suggestQuestions(context.snapshot(), typed, languageOfLocale(interaction.locale)))
  },
}
