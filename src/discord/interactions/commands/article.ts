import { isChatInputApplicationCommandInteraction } from 'discord-api-types/utils/v10'
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10'
import { languageOfLocale } from '../../phrases/locale.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { renderArticles, renderSections } from '../../render/render-contents.ts'
import { LIMITS } from '../../render/text/limits.ts'
import { focusedOption, stringOption } from '../command-options.ts'
import { choices, noticed, privately } from '../interaction-reply.ts'
import { suggestArticles } from '../suggest.ts'
import type { Command } from './command.ts'
import { ANYWHERE } from './where.ts'

/** `/article`: the sections of the article; of several articles the list, or the sections of the chosen one. */
export const articleCommand: Command = {
  data: {
    ...ANYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'article',
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
  handle(context, interaction) {
    if (!isChatInputApplicationCommandInteraction(interaction)) return undefined
    const options = { language: languageOfLocale(interaction.locale), publicUrl: context.publicUrl }
    const { library } = context.snapshot()
    const phrases = phrasesFor(options.language)
    if (library.articleCount === 0) return noticed(phrases.noArticles)
    const chosen = stringOption(interaction, 'title')
    if (chosen === '' && library.articleCount > 1) return privately([renderArticles(library, 0, options)])
    const article = chosen === '' ? library.articleAt(0) : library.article(chosen)
    return article === undefined
      ? noticed(phrases.noSuchArticle)
      : privately([renderSections(article, 0, options)])
  },
  complete: (context, interaction) =>
    choices(suggestArticles(context.snapshot().library, focusedOption(interaction)?.value ?? '')),
}
