import {
  type APIButtonComponentWithCustomId,
  type APIMessage,
  type APIMessageComponentButtonInteraction,
  ComponentType,
} from 'discord-api-types/v10'
import { failureText } from '../answer-question.ts'
import type { BotContext } from '../bot-context.ts'
import { answeredQuestion, readAnswer } from '../conversation/history.ts'
import { languageOfLocale } from '../phrases/locale.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { type ButtonAction, findParagraph, parseButtonId } from '../render/custom-id.ts'
import { LIMITS, shorten } from '../render/limits.ts'
import { renderNotice } from '../render/render-notice.ts'
import { renderParagraph } from '../render/render-paragraph.ts'
import { isForbidden, threadExists } from '../rest/api-errors.ts'
import { missingPermissions, TO_OPEN_THREAD } from '../rest/permissions.ts'
import { deferred, type InteractionReply, noticed, personOf, privately } from './interaction-reply.ts'

type ButtonInteraction = APIMessageComponentButtonInteraction

/** A button below an answer was pressed. */
export function handleButton(
  context: BotContext,
  interaction: ButtonInteraction,
  action: ButtonAction,
): InteractionReply {
  if (action.kind === 'paragraph') return showParagraph(context, interaction, action.paragraph)
  if (action.kind === 'thread') return openThread(context, interaction)
  return takeFeedback(context, interaction, action.rating)
}

function showParagraph(
  context: BotContext,
  interaction: ButtonInteraction,
  reference: string,
): InteractionReply {
  const language = languageOfLocale(interaction.locale)
  const { library } = context.snapshot()
  const paragraph = findParagraph(library, reference)
  const article = paragraph && library.article(paragraph.article)
  if (paragraph === undefined || article === undefined) return noticed(phrasesFor(language).paragraphGone)
  return privately(renderParagraph(article, paragraph, { language, publicUrl: context.publicUrl }))
}

function openThread(context: BotContext, interaction: ButtonInteraction): InteractionReply {
  const phrases = phrasesFor(languageOfLocale(interaction.locale))
  const { message } = interaction
  const lacking = missingPermissions(BigInt(interaction.app_permissions), TO_OPEN_THREAD)
  if (lacking.length > 0) {
    return noticed(phrases.missingPermissions(lacking.map((name) => phrases.permissions[name])))
  }
  return deferred(true, async () => {
    try {
      const question = answeredQuestion(message, context.applicationId).replace(/\s+/g, ' ')
      const name = shorten(question, LIMITS.threadName)
      const thread = await context.api.startThread(message.channel_id, message.id, name || phrases.threadName)
      const welcome = context.readsMessages ? phrases.threadWelcome : phrases.threadWelcomeUnread
      await context.api.createMessage(thread.id, renderNotice(welcome))
      return [renderNotice(phrases.threadOpened(`<#${thread.id}>`))]
    } catch (error) {
      // A thread has the id of the message that it grew from.
      if (threadExists(error)) return [renderNotice(phrases.threadExists(`<#${message.id}>`))]
      if (isForbidden(error)) {
        const names = TO_OPEN_THREAD.map((permission) => phrases.permissions[permission])
        return [renderNotice(phrases.missingPermissions(names))]
      }
      return [renderNotice(failureText(context, error, phrases))]
    }
  })
}

function takeFeedback(
  context: BotContext,
  interaction: ButtonInteraction,
  rating: 'up' | 'down',
): InteractionReply {
  const phrases = phrasesFor(languageOfLocale(interaction.locale))
  const { message } = interaction
  return deferred(true, async () => {
    try {
      await context.feedback.record({
        at: new Date().toISOString(),
        rating,
        user: personOf(interaction)?.id ?? '',
        message: message.id,
        channel: message.channel_id,
        ...(interaction.guild_id === undefined ? {} : { server: interaction.guild_id }),
        question: answeredQuestion(message, context.applicationId),
        answer: readAnswer(message.content).answer,
        paragraphs: shownParagraphs(message),
      })
      return [renderNotice(phrases.feedbackThanks)]
    } catch (error) {
      return [renderNotice(failureText(context, error, phrases))]
    }
  })
}

function shownParagraphs(message: APIMessage): string[] {
  const rows = (message.components ?? []).filter((row) => row.type === ComponentType.ActionRow)
  return rows
    .flatMap((row) => row.components)
    .filter((component): component is APIButtonComponentWithCustomId => 'custom_id' in component)
    .map(({ custom_id }) => parseButtonId(custom_id))
    .flatMap((action) => (action?.kind === 'paragraph' ? [action.paragraph] : []))
}
