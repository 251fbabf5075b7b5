import type { BotContext } from '../../bot-context.ts'
import { languageOfLocale } from '../../phrases/locale.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { type Action, findArticle, findParagraph } from '../../render/custom-id.ts'
import { renderArticles, renderSections } from '../../render/render-contents.ts'
import { renderParagraph } from '../../render/render-paragraph.ts'
import {
  type ButtonInteraction,
  type InteractionReply,
  noticed,
  personOf,
  privately,
  turned,
} from '../interaction-reply.ts'
import { takeRating } from './feedback.ts'
import { askModerators } from './moderators.ts'
import { openThread } from './thread.ts'

/**
 * A button was pressed.
 * @returns `undefined` for an action that is no button's
 */
export function handleButton(
  context: BotContext,
  interaction: ButtonInteraction,
  action: Action,
): InteractionReply | undefined {
  const phrases = phrasesFor(languageOfLocale(interaction.locale))
  const wait = context.limits.presses.take(personOf(interaction)?.id ?? '')
  if (wait > 0) return noticed(phrases.tooManyPresses(Math.ceil(wait / 1000)))
  switch (action.kind) {
    case 'paragraph':
      return showParagraph(context, interaction, action)
    case 'thread':
      return openThread(context, interaction)
    case 'feedback':
      return takeRating(context, interaction, action)
    case 'moderators':
      return askModerators(context, interaction)
    case 'articles':
    case 'sections':
      return turnPage(context, interaction, action)
    default:
      return undefined
  }
}

function showParagraph(
  context: BotContext,
  interaction: ButtonInteraction,
  { reference, span }: Extract<Action, { kind: 'paragraph' }>,
): InteractionReply {
  const language = languageOfLocale(interaction.locale)
  const { library } = context.snapshot()
  const paragraph = findParagraph(library, reference)
  const article = paragraph && library.article(paragraph.article)
  if (paragraph === undefined || article === undefined) return noticed(phrasesFor(language).paragraphGone)
  return privately(renderParagraph(article, paragraph, { language, publicUrl: context.publicUrl, span }))
}

/** Another page of a list that only one person sees. */
function turnPage(
  context: BotContext,
  interaction: ButtonInteraction,
  action: Extract<Action, { kind: 'articles' | 'sections' }>,
): InteractionReply {
  const options = { language: languageOfLocale(interaction.locale), publicUrl: context.publicUrl }
  const { library } = context.snapshot()
  if (action.kind === 'articles') return turned(renderArticles(library, action.page, options))
  const article = findArticle(library, action.article)
  if (article === undefined) return noticed(phrasesFor(options.language).noSuchArticle)
  return turned(renderSections(article, action.page, options))
}
