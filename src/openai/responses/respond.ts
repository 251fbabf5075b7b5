import type { Context } from 'hono'
import type { RequestScope } from '../../http/request-scope.ts'
import { streamEvents } from '../../http/streaming/event-stream.ts'
import type { Log } from '../../log.ts'
import { prepareReply, replyAtOnce } from '../prepare-reply.ts'
import { countTokens } from '../usage.ts'
import { ResponseEvents } from './response-events.ts'
import { completeResponse } from './response-object.ts'
import { parseResponseRequest } from './response-request.ts'

/**
 * Answers `POST /v1/responses`, with a document or a stream.
 *
 * @param body as parsed from JSON
 * @throws {Problem} where it cannot be answered
 */
export async function respond(c: Context<RequestScope>, body: unknown, log: Log): Promise<Response> {
  const chat = parseResponseRequest(body)
  const { model, messages, instructions } = chat
  const reply = prepareReply(c, chat, 'input', log)
  const requestId = c.get('requestId')
  const ids = { id: `resp_${requestId}`, messageId: `msg_${requestId}` }
  const head = { ...ids, model, created: Math.floor(Date.now() / 1000), instructions }
  if (!chat.stream) {
    const done = await replyAtOnce(c, reply)
    return c.json(completeResponse(head, done, countTokens(messages, done.text)))
  }
  const response = new ResponseEvents(head)
  return streamEvents(c, {
    log,
    run: async (events, signal) => {
      response.begin(events)
      const done = await reply({
        signal,
        onText: (piece) => response.text(events, piece),
        onAnswer: (fields) => log.info({ requestId, ...fields }, 'Answer streamed'),
      })
      response.complete(events, done, countTokens(messages, done.text))
    },
    fail: (events, problem) => response.fail(events, problem.message),
  })
}
