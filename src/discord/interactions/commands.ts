import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { LONGEST_QUESTION } from '../../answer/check-request.ts'
import { LIMITS } from '../render/limits.ts'

export const ASK = 'ask'
export const ARTICLE = 'article'
export const ASK_ABOUT_MESSAGE = 'Ask the article about this'

/** In servers and in direct messages with the bot. */
const WHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
}

/** The commands as Discord registers them. */
export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    ...WHERE,
    type: ApplicationCommandType.ChatInput,
    name: ASK,
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
    ],
  },
  {
    ...WHERE,
    type: ApplicationCommandType.ChatInput,
    name: ARTICLE,
    name_localizations: { 'zh-TW': '文章', 'zh-CN': '文章' },
    description: 'List the sections of the article',
    description_localizations: { 'zh-TW': '列出文章的章節', 'zh-CN': '列出文章的章节' },
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'title',
        name_localizations: { 'zh-TW': '標題', 'zh-CN': '标题' },
        description: 'Which article, where there are several',
        description_localizations: {
          'zh-TW': '有多篇文章時,選擇其中一篇',
          'zh-CN': '有多篇文章时,选择其中一篇',
        },
        required: false,
        max_length: LIMITS.autocompleteChoice,
        autocomplete: true,
      },
    ],
  },
  {
    ...WHERE,
    type: ApplicationCommandType.Message,
    name: ASK_ABOUT_MESSAGE,
    name_localizations: { 'zh-TW': '拿這則訊息問文章', 'zh-CN': '拿这条消息问文章' },
  },
]
