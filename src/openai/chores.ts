import type { ChatMessage } from './conversation.ts'

/**
 * Chat clients have the model do chores beside a conversation: a title, tags, questions to go on with, search queries.
 * They are no questions about the articles. Each gets the least content that the client can use, without a search.
 *
 * - Open WebUI: a message of the user that begins `### Task:` and shows the JSON it wants
 *   (https://github.com/open-webui/open-webui/blob/v0.11.0/backend/open_webui/config.py)
 * - LobeChat: a system message that makes the model a summarizer of conversations
 *   (https://github.com/lobehub/lobe-chat/blob/main/packages/prompts/src/chains/summaryTitle.ts)
 * - LibreChat: a message of the user that asks for a title of so many words
 *   (https://github.com/danny-avila/agents/blob/main/src/utils/title.ts)
 *
 * @param messages oldest first
 * @param wantsJson whether the request demands JSON
 * @returns the content to reply with; undefined where something is asked
 */
export function choreReply(messages: readonly ChatMessage[], wantsJson: boolean): string | undefined {
  const text = messages.findLast(({ role }) => role === 'user')?.text.trimStart() ?? ''
  const instructions = messages
    .filter(({ role }) => role === 'system' || role === 'developer')
    .map((message) => message.text)
    .join('\n')
  if (isTask(text)) return taskReply(text)
  if (/^Available Tools:[\s\S]*"tool_calls": \[\]/.test(instructions)) return '{"tool_calls":[]}'
  if (EMOJI.test(text)) return '💬'
  if (!TITLE_INSTRUCTIONS.test(instructions) && !TITLE_QUESTIONS.test(text)) return undefined
  const title = titleFrom(text)
  return wantsJson ? JSON.stringify({ title }) : title
}

const TITLE_INSTRUCTIONS =
  /conversation summari[sz]er[\s\S]*\btitle\b|summari[sz]e user conversations into titles|将用户的会话总结为.{0,20}标题/i

const TITLE_QUESTIONS =
  /^(?:Provide a concise, 5-word-or-less title|Write a concise title for this conversation|(?:Please )?generate a concise title \(max|Analyze this conversation and provide:[\s\S]*\btitle\b)/i

const EMOJI = /^Your task is to reflect the speaker's likely facial expression through a fitting emoji/

/** A task is a chore unless a question follows what was retrieved for it. */
function isTask(text: string): boolean {
  return text.startsWith('### Task:') && !/<user_query>|<\/context>/.test(text)
}

/** The field that the prompt shows in its first example of JSON, empty; a title says how the conversation began. */
function taskReply(text: string): string {
  const [, field, opening] = /\{\s*"(\w+)":\s*(["[])/.exec(text) ?? []
  if (field === undefined) return /\btitle\b/i.test(text) ? titleFrom(text) : '{}'
  const empty = opening === '[' ? [] : ''
  return JSON.stringify({ [field]: field === 'title' ? titleFrom(text) : empty })
}

const LONGEST_TITLE = 60

/** What the user says first in a conversation that is quoted in a prompt. */
function titleFrom(prompt: string): string {
  const conversation = /<chat_history>([\s\S]*)<\/chat_history>/.exec(prompt)?.[1] ?? prompt
  const said = /(?:^|\n|\|\|>)\s*(?:<user>|user:)\s*"?([^\n"<]*)/i.exec(conversation)?.[1]?.trim()
  if (!said) return 'Footnote'
  const characters = [...said]
  return characters.length <= LONGEST_TITLE ? said : `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`
}
