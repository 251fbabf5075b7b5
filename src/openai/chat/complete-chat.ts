import type { Context } from 'hono'
import type { RequestScope } from '../../http/request-scope.ts'
import { streamEvents } from '../../http/streaming/event-stream.ts'
import type { Log } from '../../log.ts'
import { toOpenAiError } from '../openai-error.ts'
import { prepareReply, replyAtOnce } from '../prepare-reply.ts'
import { countTokens } from '../usage.ts'
import { CompletionChunks, describeCompletion } from './chat-completion.ts'
import { parseChatRequest } from './chat-request.ts'

/**
 * Answers `POST /v1/chat/completions`, with a document or a stream.
 *
 * @param body as parsed from JSON
 * @throws {Problem} where it cannot be answered
 */
export async function completeChat(c: Context<RequestScope>, body: unknown, log: Log): Promise<Response> {
  const chat = parseChatRequest(body)
  const { model, messages } = chat
  const reply = prepareReply(c, chat, 'messages', log)
  const requestId = c.get('requestId')
  const head = { id: `chatcmpl-${requestId}`, model, created: Math.floor(Date.now() / 1000) }
  if (!chat.stream) {
    const done = await replyAtOnce(c, reply)
    return c.json(describeCompletion(head, done, countTokens(messages, done.text)))
  }
  const chunks = new CompletionChunks(head)
  return streamEvents(c, {
    log,
    run: async (events, signal) => {
      events.send(chunks.begin())
      const done = await reply({
        signal,
        onText: (piece) => events.send(chunks.text(piece)),
        onAnswer: (fields) => log.info({ requestId, ...fields }, 'Answer streamed'),
      })
      events.send(chunks.end(done))
      if (chat.includeUsage) events.send(chunks.usage(countTokens(messages, done.text)))
      events.send('[DONE]')
    },
    fail: (events, problem) => events.send(toOpenAiError(problem)),
  })
}
