import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Answer, AnswerPart, AskRequest, IndexSnapshot } from '../../domain.ts'
import { FootnoteError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { servedAnswer } from '../../protocol/served-answer.ts'
import type { RequestScope } from '../request-scope.ts'
import { problemDocument, problemOf } from '../respond-problem.ts'

const EVENT_STREAM = 'text/event-stream'
/** Proxies cut a connection on which nothing moves, many of them after 30 or 60 seconds. */
const HEARTBEAT_MILLISECONDS = 15_000

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
 * Answers a request as server-sent events (WHATWG HTML §9.2): `citations`, `token` … and at last `done` or `error`. The
 * texts of all tokens joined are the `answer` of `done`. A client that leaves aborts the answer.
 */
export function streamAnswer(
  c: Context<RequestScope>,
  snapshot: IndexSnapshot,
  request: AskRequest,
  { log, logFields, heartbeatMilliseconds = HEARTBEAT_MILLISECONDS }: AnswerStreamOptions,
): Response {
  const requestId = c.get('requestId')
  const response = streamSSE(c, async (stream) => {
    const left = new AbortController()
    stream.onAbort(() => left.abort())
    const signal = AbortSignal.any([c.req.raw.signal, left.signal])
    const events = new EventWriter(stream)
    const heartbeat = setInterval(() => events.comment('still answering'), heartbeatMilliseconds)
    try {
      const answer = await snapshot.ask(request, { signal, onPart: (part) => events.part(part) })
      events.rest(answer.answer)
      // The line of the request was written when its stream began.
      log.info({ requestId, ...logFields(answer) }, 'answer streamed')
      events.event('done', servedAnswer(answer, snapshot))
    } catch (error) {
      if (signal.aborted) log.info({ requestId }, 'the client left before it had its answer')
      else events.event('error', problemDocument(c, problemOf(error, c, log)))
    } finally {
      clearInterval(heartbeat)
      await events.written
    }
  })
  response.headers.set('Cache-Control', 'no-store')
  // nginx would otherwise collect the events and send them together.
  response.headers.set('X-Accel-Buffering', 'no')
  return response
}

/** Writes events one after the other, and keeps count of the text that has left. */
class EventWriter {
  written: Promise<unknown> = Promise.resolve()
  private text = ''

  constructor(private readonly stream: SSEStreamingApi) {}

  part(part: AnswerPart): void {
    if (part.type === 'citations') {
      this.event('citations', { citations: part.citations })
    } else if (part.text !== '') {
      this.text += part.text
      this.event('token', { text: part.text })
    }
  }

  /**
   * Sends what the answerer has not sent of its answer: all of it, if it does not stream.
   * @throws {FootnoteError} where it has sent another text than it returns
   */
  rest(answer: string): void {
    if (!answer.startsWith(this.text)) {
      throw new FootnoteError('answer', 'The text that was streamed is not the answer that was returned', {
        fields: { streamed: this.text.length, returned: answer.length },
      })
    }
    this.part({ type: 'token', text: answer.slice(this.text.length) })
  }

  event(event: string, data: object): void {
    const message = { event, data: JSON.stringify(data) }
    this.written = this.written.then(() => this.stream.writeSSE(message))
  }

  comment(text: string): void {
    this.written = this.written.then(() => this.stream.write(`: ${text}\n\n`))
  }
}
