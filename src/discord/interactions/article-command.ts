import type { APIChatInputApplicationCommandInteraction } from 'discord-api-types/v10'
import type { BotContext } from '../bot-context.ts'
import { languageOfLocale } from '../phrases/locale.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { renderArticles, renderSections } from '../render/render-contents.ts'
import { stringOption } from './command-options.ts'
import { type InteractionReply, noticed, privately } from './interaction-reply.ts'

/** `/article`: the sections of the article; of several articles the list, or the sections of the chosen one. */
export function handleArticle(
  context: BotContext,
  interaction: APIChatInputApplicationCommandInteraction,
): InteractionReply {
  const options = { language: languageOfLocale(interaction.locale), publicUrl: context.publicUrl }
  const { library } = context.snapshot()
  const phrases = phrasesFor(options.language)
  if (library.articleCount === 0) return noticed(phrases.noArticles)
  const chosen = stringOption(interaction, 'title')
  if (chosen === '' && library.articleCount > 1) return privately(renderArticles(library, options))
  const article = chosen === '' ? library.articleAt(0) : library.article(chosen)
  return article === undefined ? noticed(phrases.noSuchArticle) : privately(renderSections(article, options))
}
