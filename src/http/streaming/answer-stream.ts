import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { StreamedText } from '../../answer/streaming/streamed-text.ts'
import type { Answer } from '../../domain/answer.ts'
import type { IndexSnapshot } from '../../domain/index-snapshot.ts'
import type { AskRequest } from '../../domain/question.ts'
import type { Log } from '../../log.ts'
import { servedAnswer } from '../../protocol/served-answer.ts'
import type { RequestScope } from '../request-scope.ts'
import { problemDocument } from '../respond-problem.ts'
import { streamEvents } from './event-stream.ts'

const EVENT_STREAM = 'text/event-stream'

export interface AnswerStreamOptions {
  readonly log: Log
  /** What the log is to hold of an answer. */
  readonly logFields: (answer: Answer) => Record<string, unknown>
  /** @default 15 000 */
  readonly heartbeatMilliseconds?: number
}

/** Whether a client prefers an answer as server-sent events. JSON is what everyone else gets. */
export function wantsEventStream(c: Context): boolean {
  const supports = ['application/json', EVENT_STREAM]
  return accepts(c, { header: 'Accept', supports, default: 'application/json' }) === EVENT_STREAM
}

/**
 * Answers a request as server-sent events: `citations`, `token` … and at last `done` or `error`. The texts of all tokens
 * joined are the `answer` of `done`. A client that leaves aborts the answer.
 */
export function streamAnswer(
  c: Context<RequestScope>,
  snapshot: IndexSnapshot,
  request: AskRequest,
  { log, logFields, heartbeatMilliseconds }: AnswerStreamOptions,
): Response {
  return streamEvents(c, {
    log,
    heartbeatMilliseconds,
    run: async (events, signal) => {
      const streamed = new StreamedText((text) => events.send({ text }, 'token'))
      const answer = await snapshot.ask(request, {
        signal,
        onPart: (part) => {
          if (part.type === 'token') streamed.add(part.text)
          else events.send({ citations: part.citations }, 'citations')
        },
      })
      streamed.finish(answer.answer)
      // The line of the request was written when its stream began.
      log.info({ requestId: c.get('requestId'), ...logFields(answer) }, 'Answer streamed')
      events.send(servedAnswer(answer, snapshot), 'done')
    },
    fail: (events, problem) => events.send(problemDocument(c, problem), 'error'),
  })
}
