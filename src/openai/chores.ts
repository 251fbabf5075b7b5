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
  const instructions = messages.find(({ role }) => role === 'system' || role === 'developer')?.text ?? ''
  if (isTask(text)) return taskReply(text)
  if (instructions.startsWith('Available Tools:') && instructions.includes('"tool_calls": []'))
    return '{"tool_calls":[]}'
  if (EMOJI.test(text)) return '💬'
  const asksForTitle =
    TITLE_INSTRUCTIONS.test(instructions.slice(0, LONGEST_PROMPT)) ||
    TITLE_QUESTIONS.test(text.slice(0, LONGEST_PROMPT))
  if (!asksForTitle) return undefined
  const title = titleFrom(text)
  return wantsJson ? JSON.stringify({ title }) : title
}

/** Patterns look at no more of a prompt: what they look for stands at its beginning. */
const LONGEST_PROMPT = 1000
/** As much of a conversation is read to find how it began. */
const LONGEST_CONVERSATION = 10_000

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
  const begin = prompt.indexOf('<chat_history>')
  const conversation = prompt.slice(Math.max(0, begin), Math.max(0, begin) + LONGEST_CONVERSATION)
  const said = /(?:^|\n|\|\|>)(?:<user>|user:)\s*"?([^\n"<]*)/i.exec(conversation)?.[1]?.trim()
  if (!said) return 'Footnote'
  const characters = [...said]
  return characters.length <= LONGEST_TITLE ? said : `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`
}
