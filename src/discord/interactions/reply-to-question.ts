import type { Language } from '../../domain/language.ts'
import type { Turn } from '../../domain/question.ts'
import { LONGEST_QUESTION } from '../../domain/question.ts'
import { detectLanguage } from '../../text/languages.ts'
import { answerFrame, answerQuestion, refusal } from '../answer-question.ts'
import type { BotContext } from '../bot-context.ts'
import { startText, threadConversation, threadStart } from '../conversation/thread-history.ts'
import { GrowingAnswer } from '../growing-answer.ts'
import { exclusionOf } from '../owner-settings.ts'
import { languageOfLocale, readerOf } from '../phrases/locale.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { renderAnswer } from '../render/render-answer.ts'
import { renderGrowingAnswer } from '../render/render-growing-answer.ts'
import { renderNotice, withSmallPrint } from '../render/render-notice.ts'
import { beginning } from '../render/text/limits.ts'
import { growsThreads, isThread } from '../rest/channel-types.ts'
import {
  type Completion,
  deferred,
  type InteractionReply,
  noticed,
  type PersonalInteraction,
  personOf,
  serverOf,
} from './interaction-reply.ts'

export type InteractionQuestion = {
  readonly ephemeral: boolean
  /** Language of the answer, where the asker has chosen one. */
  readonly language?: Language | undefined
} & ({ readonly text: string } | { readonly lookUp: () => Promise<string> })

/** Answers a question that was asked by a command: "thinking…" now, the answer later. */
export function replyToQuestion(
  context: BotContext,
  interaction: PersonalInteraction,
  asked: InteractionQuestion,
): InteractionReply {
  const { ephemeral, language: chosen } = asked
  const language = chosen ?? languageOfLocale(interaction.locale)
  const phrases = phrasesFor(language)
  if ('text' in asked && asked.text === '') return noticed(phrases.noQuestion)
  const excluded = exclusion(context, interaction)
  if (excluded === 'channel') {
    return noticed(phrases.elsewhere((context.settings.channels ?? []).map((id) => `<#${id}>`)))
  }
  if (excluded === 'role') return noticed(phrases.notForYou)
  const asker = { user: personOf(interaction)?.id ?? interaction.id, server: interaction.guild_id }
  const refused = refusal(context, asker, language)
  if (refused !== undefined) return noticed(refused)
  return deferred(ephemeral, async () => {
    const text = 'text' in asked ? asked.text : await asked.lookUp()
    if (text === '') return { privately: renderNotice(phrases.wordless) }
    return answered(context, interaction, { text, ephemeral, language: chosen })
  })
}

async function answered(
  context: BotContext,
  interaction: PersonalInteraction,
  { text, ephemeral, language: chosen }: Extract<InteractionQuestion, { text: string }>,
): Promise<Completion> {
  const language = chosen ?? languageOfLocale(interaction.locale)
  const question = beginning(text, LONGEST_QUESTION)
  const history = await historyOf(context, interaction)
  const server = serverOf(interaction)
  const growing = new GrowingAnswer((text) =>
    context.api.editOriginal(interaction, renderGrowingAnswer(text, question)),
  )
  const outcome = await answerQuestion(
    context,
    {
      question,
      history,
      ...readerOf(interaction.locale),
      ...(chosen === undefined ? {} : { language: chosen }),
    },
    {
      place: server === undefined ? undefined : `${server}/${interaction.channel?.id}`,
      onPart: growing.add,
    },
    chosen ?? detectLanguage(question, language),
  )
  await growing.end()
  if ('failure' in outcome) return { privately: renderNotice(outcome.failure) }
  const messages = renderAnswer(outcome.answer, {
    ...answerFrame(context, outcome.answerId),
    question,
    offerThread: offersThread(context, interaction, ephemeral),
    offerModerators: server !== undefined && !ephemeral && context.settings.moderatorRole !== undefined,
  })
  const last = messages.at(-1)
  if (question === text || last === undefined) return messages
  return [...messages.slice(0, -1), withSmallPrint(last, phrasesFor(language).questionCut(LONGEST_QUESTION))]
}

/** Whether the owner has said that this person is not answered, or not here. */
function exclusion({ settings }: BotContext, interaction: PersonalInteraction) {
  const isInServer = serverOf(interaction) !== undefined
  const { channel } = interaction
  return exclusionOf(settings, {
    roles: isInServer ? (interaction.member?.roles ?? []) : undefined,
    channels: [channel?.id, channel && 'parent_id' in channel ? channel.parent_id : undefined],
  })
}

/** A thread grows from a message that everyone sees, and is opened with the bot's token. */
function offersThread(context: BotContext, interaction: PersonalInteraction, ephemeral: boolean): boolean {
  const { channel } = interaction
  const isInServer = serverOf(interaction) !== undefined
  return context.hasToken && isInServer && !ephemeral && channel !== undefined && growsThreads(channel.type)
}

/** All of a thread that the bot opened; of another thread, how it begins. */
async function historyOf(context: BotContext, interaction: PersonalInteraction): Promise<readonly Turn[]> {
  const { channel } = interaction
  if (!context.hasToken || channel === undefined || !isThread(channel.type)) return []
  if (serverOf(interaction) === undefined) return []
  if ('owner_id' in channel && channel.owner_id === context.botId) {
    return (await threadConversation(context, channel.id)).turns
  }
  const parent = ('parent_id' in channel ? channel.parent_id : undefined) ?? undefined
  const thread = { id: channel.id, title: channel.name ?? '', parent, isPost: false }
  // An interaction does not say of what kind the channel is that its thread is in.
  const inPost = await threadStart(context, { ...thread, isPost: true })
  const start = startText(inPost.text === '' ? await threadStart(context, thread) : inPost)
  return start === '' ? [] : [{ role: 'user', content: beginning(start, LONGEST_QUESTION) }]
}
