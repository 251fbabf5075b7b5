import { isChatInputApplicationCommandInteraction } from 'discord-api-types/utils/v10'
import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { groupQuestions } from '../../../question-log/group-questions.ts'
import type { QuestionEntry } from '../../../question-log/question-log.ts'
import { failureText } from '../../answer-question.ts'
import type { BotContext } from '../../bot-context.ts'
import { languageOfLocale } from '../../phrases/locale.ts'
import type { Phrases } from '../../phrases/phrases.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { type MessageBody, messageBody } from '../../render/message-body.ts'
import { renderNotice } from '../../render/render-notice.ts'
import { discordLength, LIMITS, shorten } from '../../render/text/limits.ts'
import { escapeMarkdown } from '../../render/text/markdown.ts'
import { loggable } from '../../rest/api-errors.ts'
import { deferred, type InteractionReply, noticed } from '../interaction-reply.ts'
import type { Command } from './command.ts'
import { IN_SERVERS } from './where.ts'

const DAY = 24 * 60 * 60_000
/** How far back status and unanswered questions look, in days. */
const DAYS = 30
const LONGEST_QUESTION_SHOWN = 150
const MOST_GROUPS = 25

const subcommand = (name: string, description: string, tw: string, cn: string) => ({
  type: ApplicationCommandOptionType.Subcommand as const,
  name,
  description,
  description_localizations: { 'zh-TW': tw, 'zh-CN': cn },
})

/**
 * `/footnote`, for those who may manage the server: how the bot is set up, what it could not answer, and an index built anew.
 * Whom Discord shows it to can be changed in the server's settings, under Integrations.
 */
export const footnoteCommand: Command = {
  data: {
    ...IN_SERVERS,
    type: ApplicationCommandType.ChatInput,
    name: 'footnote',
    description: 'Look after the bot',
    description_localizations: { 'zh-TW': '管理機器人', 'zh-CN': '管理机器人' },
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      subcommand(
        'status',
        'How I am set up and what was asked',
        '目前的設定與提問概況',
        '当前的设置与提问概况',
      ),
      subcommand('unanswered', 'What the article does not say', '文章沒有回答的問題', '文章没有回答的问题'),
      subcommand('reindex', 'Read the article again', '重新讀取文章', '重新读取文章'),
    ],
  },
  handle(context, interaction) {
    if (!isChatInputApplicationCommandInteraction(interaction)) return undefined
    const phrases = phrasesFor(languageOfLocale(interaction.locale))
    const [chosen] = interaction.data.options ?? []
    if (chosen?.name === 'status') return showStatus(context, interaction, phrases)
    if (chosen?.name === 'unanswered') return showUnanswered(context, interaction, phrases)
    if (chosen?.name === 'reindex') return rebuild(context, phrases)
    return undefined
  },
}

type Interaction = APIChatInputApplicationCommandInteraction

function showStatus(context: BotContext, interaction: Interaction, phrases: Phrases): InteractionReply {
  return completed(context, phrases, async () => {
    const { library, id } = context.snapshot()
    const { settings, readsMessages } = context
    const channels = (ids: readonly string[]) => ids.map((channel) => `<#${channel}>`).join(' ')
    const roles = (ids: readonly string[]) => ids.map((role) => `<@&${role}>`).join(' ')
    const { forums, moderatorRole } = settings
    const lines = phrases.status({
      index: id,
      articles: library.articleCount,
      paragraphs: library.paragraphCount,
      readsMessages,
      channels: settings.channels && channels(settings.channels),
      roles: settings.roles && roles(settings.roles),
      forums: forums === 'auto' ? 'auto' : forums && channels(forums),
      moderators: moderatorRole && roles([moderatorRole]),
      asked: await countAsked(context, interaction),
      days: DAYS,
    })
    return messageBody({ embed: { description: lines.map((line) => `- ${line}`).join('\n') } })
  })
}

function showUnanswered(context: BotContext, interaction: Interaction, phrases: Phrases): InteractionReply {
  if (context.questionLog?.entries === undefined) return noticed(phrases.noQuestionLog)
  return completed(context, phrases, async () => {
    const asked = await askedHere(context, interaction)
    const groups = groupQuestions(asked.filter(({ kind }) => kind === 'declined')).slice(0, MOST_GROUPS)
    if (groups.length === 0) return renderNotice(phrases.nothingUnanswered(DAYS))
    let description = `**${phrases.unanswered(DAYS)}**`
    for (const { question, entries } of groups) {
      const shown = escapeMarkdown(shorten(question, LONGEST_QUESTION_SHOWN))
      const longer = `${description}\n- ${entries.length} × ${shown}`
      if (discordLength(longer) > LIMITS.embedDescription) break
      description = longer
    }
    return messageBody({ embed: { description } })
  })
}

function rebuild(context: BotContext, phrases: Phrases): InteractionReply {
  const { reindex } = context
  if (reindex === undefined) return noticed(phrases.cannotReindex)
  return deferred(true, async () => {
    try {
      const before = context.snapshot().id
      await reindex()
      const { id, library } = context.snapshot()
      const said = id === before ? phrases.unchanged : phrases.reindexed
      return [renderNotice(said(id, library.paragraphCount))]
    } catch (error) {
      context.log.warn({ err: loggable(error) }, 'The index could not be built anew')
      return [renderNotice(phrases.reindexFailed)]
    }
  })
}

function completed(
  context: BotContext,
  phrases: Phrases,
  body: () => Promise<MessageBody>,
): InteractionReply {
  return deferred(true, async () => {
    try {
      return [await body()]
    } catch (error) {
      return [renderNotice(failureText(context, error, phrases))]
    }
  })
}

async function countAsked(context: BotContext, interaction: Interaction) {
  if (context.questionLog?.entries === undefined) return undefined
  const asked = await askedHere(context, interaction)
  const count = (kind: QuestionEntry['kind']) => asked.filter((entry) => entry.kind === kind).length
  return { answered: count('answer'), declined: count('declined') }
}

/** What was asked lately in this server: another server's questions are none of its business. */
async function askedHere(context: BotContext, { guild_id }: Interaction): Promise<QuestionEntry[]> {
  const since = new Date(Date.now() - DAYS * DAY).toISOString()
  const asked: QuestionEntry[] = []
  for await (const entry of context.questionLog?.entries?.() ?? []) {
    if (entry.type !== 'question' || entry.at < since) continue
    if (guild_id !== undefined && entry.place?.startsWith(`${guild_id}/`)) asked.push(entry)
  }
  return asked
}
