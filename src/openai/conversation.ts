import type { AskRequest, Turn } from '../domain/question.ts'
import { askRequest } from '../protocol/ask-request.ts'
import { parseBody } from '../protocol/parse-request.ts'
import { Problem } from '../protocol/problem.ts'

/** A message of a chat, its parts joined. */
export interface ChatMessage {
  /** `user`, `assistant`, `system`, `developer`, `tool` … */
  readonly role: string
  readonly text: string
}

/** A follow-up needs no more than the last turns, and of each what it was about. */
const MOST_TURNS = 20
const LONGEST_TURN = 2000

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
  const history = messages.slice(0, Math.max(0, at)).filter(isTurn).slice(-MOST_TURNS).map(turnOf)
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
  if (!text.startsWith('### Task:')) return text
  return between(text, '<user_query>', '</user_query>') ?? text.slice(endOf(text, '</context>'))
}

/** What stands between two marks, the last of each; undefined without them. No pattern, which a text could make slow. */
function between(text: string, open: string, close: string): string | undefined {
  const end = text.lastIndexOf(close)
  const start = end < 0 ? -1 : text.lastIndexOf(open, end)
  return start < 0 ? undefined : text.slice(start + open.length, end)
}

/** Where the last mark ends; 0 without one. */
function endOf(text: string, mark: string): number {
  const at = text.lastIndexOf(mark)
  return at < 0 ? 0 : at + mark.length
}

type TurnMessage = ChatMessage & Pick<Turn, 'role'>

function isTurn(message: ChatMessage): message is TurnMessage {
  return (message.role === 'user' || message.role === 'assistant') && message.text.trim() !== ''
}

function turnOf({ role, text }: TurnMessage): Turn {
  // Twice as many code units hold as many characters, whatever they are.
  const beginning = withoutUnusable(text.trim().slice(0, 2 * LONGEST_TURN))
  return { role, content: [...beginning].slice(0, LONGEST_TURN).join('') }
}

function withoutUnusable(text: string): string {
  return text.replace(UNUSABLE, '\ufffd')
}
