import type { Context } from 'hono'
import type { Answer } from '../domain/answer.ts'
import { answerFields } from '../http/answer-fields.ts'
import { publicOrigin, type RequestScope, snapshotOf } from '../http/request-scope.ts'
import type { Log } from '../log.ts'
import { Problem } from '../protocol/problem.ts'
import { choreReply } from './chores.ts'
import { type ChatMessage, questionOf } from './conversation.ts'
import { styleOf } from './models.ts'
import { type Reply, replyTo } from './reply.ts'

export interface Chat {
  readonly model: string
  /** Oldest first. */
  readonly messages: readonly ChatMessage[]
  /** Whether the reply is to be JSON. */
  readonly wantsJson: boolean
}

export interface ReplyListener {
  readonly signal: AbortSignal
  /** Called with the pieces of the text as they become known. */
  readonly onText?: (piece: string) => void
  /** Called with the fields that the log gets. */
  readonly onAnswer: (fields: Record<string, unknown>) => void
}

/**
 * Checks a chat before anything is sent, and gets ready to reply.
 *
 * @param field of the request that the messages stand in
 * @throws {Problem} where there is no such model, or nothing that can be answered
 */
export function prepareReply(
  c: Context<RequestScope>,
  { model, messages, wantsJson }: Chat,
  field: string,
  log: Log,
): (listener: ReplyListener) => Promise<Reply> {
  const style = styleOf(model)
  const chore = choreReply(messages, wantsJson)
  if (chore !== undefined) {
    return async ({ onText }) => {
      onText?.(chore)
      return { text: chore, annotations: [] }
    }
  }
  if (wantsJson) throw writesNoJson()
  const request = questionOf(messages, field)
  const snapshot = snapshotOf(c)
  log.debug({ requestId: c.get('requestId'), request }, 'Question')
  const origin = publicOrigin(c)
  return ({ onAnswer, ...listener }) =>
    replyTo(request, {
      ...listener,
      snapshot,
      style,
      origin,
      onAnswer: (answer: Answer) => onAnswer(answerFields(answer, snapshot)),
    })
}

/** The reply in one piece, for an answer that is not streamed; the log of the request gets its fields. */
export async function replyAtOnce(
  c: Context<RequestScope>,
  reply: (listener: ReplyListener) => Promise<Reply>,
): Promise<Reply> {
  const logFields = c.get('logFields')
  const done = await reply({
    signal: c.req.raw.signal,
    onAnswer: (fields) => Object.assign(logFields, fields),
  })
  c.header('Cache-Control', 'no-store')
  return done
}

function writesNoJson(): Problem {
  const detail =
    'Answers are text; JSON cannot be had. Leave the format out, or ask at /ask for JSON with citations.'
  return new Problem('invalid-request', { detail, errors: [{ pointer: '#/response_format', detail }] })
}
