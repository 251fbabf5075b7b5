import type { AskRequest, Turn } from '../domain.ts'
import { askRequest } from '../protocol/ask-request.ts'
import { parseBody } from '../protocol/parse-request.ts'
import { Problem } from '../protocol/problem.ts'
import { LIMITS } from '../protocol/request-fields.ts'

/** A message of a chat, its parts joined. */
export interface ChatMessage {
  /** `user`, `assistant`, `system`, `developer`, `tool` … */
  readonly role: string
  readonly text: string
}

const UNUSABLE = /[\p{Surrogate}\0]/gu

/**
 * What a chat asks: the last message of the user, with the turns before it as history. Instructions to the model
 * (system messages) and what tools returned are left out: answers come from the articles alone.
 *
 * @param messages oldest first
 * @param field of the request that they stand in, for messages about faults
 * @throws {Problem} `invalid-request` where nobody asks anything, or too much
 */
export function questionOf(messages: readonly ChatMessage[], field: string): AskRequest {
  const at = messages.findLastIndex(({ role }) => role === 'user')
  const question = questionIn(messages[at]?.text ?? '')
  const history = messages.slice(0, Math.max(0, at)).flatMap(turnOf).slice(-LIMITS.turns)
  try {
    const { question: checked } = parseBody(askRequest, { question: withoutUnusable(question) })
    return { question: checked, ...(history.length === 0 ? {} : { history }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const detail = `The last message of the user ${error.errors?.[0]?.detail ?? 'cannot be used'}.`
    throw new Problem('invalid-request', { detail, errors: [{ pointer: `#/${field}`, detail }] })
  }
}

/** Open WebUI puts what it has retrieved itself before the question. */
function questionIn(text: string): string {
  const wrapped = /<user_query>([\s\S]*?)<\/user_query>/.exec(text)?.[1]
  if (wrapped !== undefined) return wrapped
  const end = '</context>'
  return text.startsWith('### Task:') && text.includes(end)
    ? text.slice(text.lastIndexOf(end) + end.length)
    : text
}

function turnOf({ role, text }: ChatMessage): Turn[] {
  if (role !== 'user' && role !== 'assistant') return []
  const content = [...withoutUnusable(text).trim()].slice(0, LIMITS.turnCharacters).join('')
  return content === '' ? [] : [{ role, content }]
}

function withoutUnusable(text: string): string {
  return text.replace(UNUSABLE, '\ufffd')
}
