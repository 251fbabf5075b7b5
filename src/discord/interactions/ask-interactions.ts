import type {
  APIChatInputApplicationCommandInteraction,
  APIMessageApplicationCommandInteraction,
} from 'discord-api-types/v10'
import { LONGEST_QUESTION } from '../../answer/check-request.ts'
import type { Turn } from '../../domain.ts'
import { detectLanguage } from '../../text/languages.ts'
import { answerMessages, refusal } from '../answer-question.ts'
import type { BotContext } from '../bot-context.ts'
import { spokenText } from '../conversation/history.ts'
import { threadTurns } from '../conversation/thread-history.ts'
import { languageOfLocale } from '../phrases/locale.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { beginning } from '../render/limits.ts'
import { renderNotice } from '../render/render-notice.ts'
import { growsThreads, isThread } from '../rest/channel-types.ts'
import { booleanOption, stringOption } from './command-options.ts'
import {
  deferred,
  type InteractionReply,
  noticed,
  type PersonalInteraction,
  personOf,
} from './interaction-reply.ts'

/** `/ask`, in the open or privately; in a thread that the bot opened it is a follow-up. */
export function handleAsk(
  context: BotContext,
  interaction: APIChatInputApplicationCommandInteraction,
): InteractionReply {
  const question = stringOption(interaction, 'question').trim()
  return replyTo(context, interaction, question, booleanOption(interaction, 'private'))
}

/** "Ask the article about this", from the menu of a message. */
export function handleAskAboutMessage(
  context: BotContext,
  interaction: APIMessageApplicationCommandInteraction,
): InteractionReply {
  const target = interaction.data.resolved.messages[interaction.data.target_id]
  const text = target === undefined ? '' : spokenText(target, context.applicationId)
  return replyTo(context, interaction, text, false)
}

function replyTo(
  context: BotContext,
  interaction: PersonalInteraction,
  text: string,
  ephemeral: boolean,
): InteractionReply {
  const language = languageOfLocale(interaction.locale)
  const phrases = phrasesFor(language)
  if (text === '') return noticed(phrases.noQuestion)
  const asker = { user: personOf(interaction)?.id ?? interaction.id, server: interaction.guild_id }
  const refused = refusal(context, asker, language)
  if (refused !== undefined) return noticed(refused)
  const question = beginning(text, LONGEST_QUESTION)
  const frame = { question, offerThread: offersThread(context, interaction, ephemeral) }
  return deferred(ephemeral, async () => {
    const history = await historyOf(context, interaction)
    const messages = await answerMessages(
      context,
      { question, history },
      frame,
      detectLanguage(question, language),
    )
    return question === text ? messages : [...messages, renderNotice(phrases.questionCut)]
  })
}

/** A thread grows from a message that everyone sees, and is opened with the bot's token. */
function offersThread(context: BotContext, { channel }: PersonalInteraction, ephemeral: boolean): boolean {
  return context.hasToken && !ephemeral && channel !== undefined && growsThreads(channel.type)
}

async function historyOf(context: BotContext, { channel }: PersonalInteraction): Promise<Turn[]> {
  if (!context.hasToken || channel === undefined || !isThread(channel.type)) return []
  const openedByBot = 'owner_id' in channel && channel.owner_id === context.applicationId
  return openedByBot ? threadTurns(context, channel.id) : []
}
