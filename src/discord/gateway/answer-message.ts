import type { Answer } from '../../domain/answer.ts'
import type { Turn } from '../../domain/question.ts'
import { LONGEST_QUESTION } from '../../domain/question.ts'
import { detectLanguage } from '../../text/languages.ts'
import { answerFrame, answerQuestion, type Outcome, refusal } from '../answer-question.ts'
import type { BotContext } from '../bot-context.ts'
import {
  replyTurns,
  startText,
  type ThreadConversation,
  threadConversation,
  threadStart,
} from '../conversation/thread-history.ts'
import { GrowingAnswer } from '../growing-answer.ts'
import { languageOfLocale, readerOf } from '../phrases/locale.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import type { MessageBody } from '../render/message-body.ts'
import { renderAnswer } from '../render/render-answer.ts'
import { renderGrowingAnswer } from '../render/render-growing-answer.ts'
import { renderNotice, withSmallPrint } from '../render/render-notice.ts'
import { beginning } from '../render/text/limits.ts'
import { isForbidden } from '../rest/api-errors.ts'
import { type Attention, type Message, repliedTo } from './addressing.ts'
import { actInsteadOfWords } from './conversation-acts.ts'
import { lackingPermissions, tellMissingPermissions } from './missing-permissions.ts'
import type { Place } from './place.ts'
import { questionOf } from './question-text.ts'
import { sendAnswer } from './send-answer.ts'
import { whileTyping } from './typing-indicator.ts'

/** Answers one message, with at most one answer, which may be silence. Rejects as Discord's REST API does. */
export async function answerMessage(
  context: BotContext,
  message: Message,
  place: Place,
  attention: Attention,
): Promise<void> {
  const asked = await questionOf(context, message, place, attention)
  if ('withheld' in asked) return tellOnce(context, message, place)
  const text = 'text' in asked ? asked.text : ''
  const language = detectLanguage(text || message.content, languageOfLocale(place.locale))
  const phrases = phrasesFor(language)

  const lacking = lackingPermissions(place)
  const refused = refusal(context, { user: message.author.id, server: message.guild_id }, language)
  if (refused !== undefined) {
    const mayBeTold = isAsked(message, attention) && lacking.length === 0
    if (mayBeTold && context.limits.notices.take(message.author.id) === 0)
      await sendAnswer(context, message, [renderNotice(refused)])
    return
  }
  if (lacking.length > 0) return tellMissingPermissions(context, message, lacking, language)
  if ('notice' in asked) {
    if (!isAsked(message, attention) && !(await isAloneWithBot(context, message))) return
    return sendAnswer(context, message, [renderNotice(phrases[asked.notice])])
  }

  const question = beginning(text, LONGEST_QUESTION)
  const answered = await whileTyping(context, message.channel_id, () =>
    answerInPlace(context, message, { place, attention, question }),
  )
  if (answered === undefined) return
  const { outcome, isQuiet } = answered
  if ('failure' in outcome) {
    if (!isQuiet) await sendAnswer(context, message, [renderNotice(outcome.failure)])
    return
  }
  if (isQuiet && outcome.answer.kind !== 'answer') return
  if (await actInsteadOfWords(context, message, outcome.answer)) return
  const bodies = renderAnswer(outcome.answer, {
    ...answerFrame(context, outcome.answerId),
    offerThread: place.growsThreads,
    offerModerators: place.kind !== 'direct' && context.settings.moderatorRole !== undefined,
  })
  const notes = [
    ...(question === text ? [] : [phrases.questionCut(LONGEST_QUESTION)]),
    ...(asked.unread === true ? [phrases.attachmentsUnread] : []),
  ]
  try {
    await sendAnswer(context, message, withNotes(bodies, notes))
  } catch (error) {
    if (!isForbidden(error)) throw error
    await tellMissingPermissions(context, message, ['SendMessages'], language)
  }
}

/** Whether somebody has spoken to the bot, rather than in a place that is its business. */
function isAsked(message: Message, attention: Attention): boolean {
  return attention !== 'post' && (attention !== 'thread' || repliedTo(message) !== undefined)
}

async function isAloneWithBot(context: BotContext, { channel_id, id, author }: Message): Promise<boolean> {
  return isAlone(await threadConversation(context, channel_id, id), author.id)
}

/** Whoever had a thread opened speaks to the bot as long as nobody else writes; another may speak to who asked before. */
function isAlone({ people, opener }: ThreadConversation, author: string): boolean {
  return people.every(({ id, writes }) => id === author || (!writes && opener === author))
}

interface Asked {
  readonly place: Place
  readonly attention: Attention
  readonly question: string
}

/**
 * Asks with the conversation that the message is part of.
 * @returns the outcome, and whether only an answer is worth saying; `undefined` when the message is to somebody else
 */
async function answerInPlace(
  context: BotContext,
  message: Message,
  { place, attention, question }: Asked,
): Promise<{ readonly outcome: Outcome; readonly isQuiet: boolean } | undefined> {
  const asked = { place: message.guild_id && `${message.guild_id}/${message.channel_id}` }
  const ask = async (history: readonly Turn[], { text = question, isQuiet = false } = {}) => {
    const growing = new GrowingAnswer((written) =>
      sendAnswer(context, message, [renderGrowingAnswer(written)]),
    )
    const outcome = await answerQuestion(
      context,
      { question: text, history, ...readerOf(place.locale) },
      // Where only an answer is worth saying, it has to be known for one first.
      isQuiet ? asked : { ...asked, onPart: growing.add },
      detectLanguage(text, languageOfLocale(place.locale)),
    )
    await growing.end()
    return outcome
  }

  if (attention === 'post') return { outcome: await ask([], { isQuiet: true }), isQuiet: true }
  if (attention === 'direct' || place.openedByBot) {
    const conversation = await threadConversation(context, message.channel_id, message.id)
    const { turns, people } = conversation
    const others = people.filter(({ id }) => id !== message.author.id)
    const isUnasked = !isAsked(message, attention)
    if (isUnasked && others.some(({ names }) => beginsWithName(question, names))) return undefined
    // Among several people, what the articles do not answer is not the bot's to comment on.
    const isQuiet = isUnasked && !isAlone(conversation, message.author.id)
    return { outcome: await ask(turns, { isQuiet }), isQuiet }
  }
  const replies = await replyTurns(context, message)
  if (place.kind !== 'thread') return { outcome: await ask(replies), isQuiet: false }
  const start = startText(await threadStart(context, { id: message.channel_id, ...place }))
  const isStart = start === question
  const about: Turn[] =
    start === '' || isStart ? [] : [{ role: 'user', content: beginning(start, LONGEST_QUESTION) }]
  const outcome = await ask([...about, ...replies])
  // "@Footnote please help" in somebody's thread asks what the thread asks.
  const asksForHelp =
    'answer' in outcome && isPlea(outcome.answer) && about.length > 0 && replies.length === 0
  return {
    outcome: asksForHelp ? await ask([], { text: beginning(start, LONGEST_QUESTION) }) : outcome,
    isQuiet: false,
  }
}

function isPlea({ kind, act }: Answer): boolean {
  return kind === 'conversation' && (act === 'help' || act === 'greeting' || act === 'ping')
}

/** Whether a text calls somebody by name, as people do in a chat: `alice are you coming?` */
function beginsWithName(text: string, names: readonly string[]): boolean {
  const said = text.toLowerCase()
  return names.some((name) => {
    const called = name.toLowerCase()
    return said.startsWith(called) && !/^[\p{L}\p{N}]/u.test(said.slice(called.length))
  })
}

function withNotes(bodies: readonly MessageBody[], notes: readonly string[]): MessageBody[] {
  const last = bodies.at(-1)
  if (last === undefined || notes.length === 0) return [...bodies]
  return [...bodies.slice(0, -1), notes.reduce(withSmallPrint, last)]
}

/** Says once in a thread that its messages cannot be read, unless it stands among the last ones from before a restart. */
async function tellOnce(context: BotContext, message: Message, place: Place): Promise<void> {
  const { memory, api, botId } = context
  if (memory.toldThreads.has(message.channel_id)) return
  memory.toldThreads.set(message.channel_id, true)
  const notice = renderNotice(phrasesFor(languageOfLocale(place.locale)).messageTextWithheld)
  const recent = await api.messages(message.channel_id, { limit: 50, before: message.id })
  const said = recent.some(({ author, content }) => author.id === botId && content === notice.content)
  if (!said) await sendAnswer(context, message, [notice])
}
