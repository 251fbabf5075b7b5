import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Log } from '../../log.ts'
import type { Problem } from '../../protocol/problem.ts'
import type { RequestScope } from '../request-scope.ts'
import { problemOf } from '../respond-problem.ts'

/** Proxies cut a connection on which nothing moves, many of them after 30 or 60 seconds. */
const HEARTBEAT_MILLISECONDS = 15_000

export interface EventStreamOptions {
  readonly log: Log
  /** Sends the events. Its `signal` is aborted when the client leaves. */
  readonly run: (events: EventSink, signal: AbortSignal) => Promise<void>
  /** Sends what a client may know of an error, as the last event. */
  readonly fail: (events: EventSink, problem: Problem) => void
  /** @default 15 000 */
  readonly heartbeatMilliseconds?: number | undefined
}

/** Where events go, in the order in which they are sent. */
export interface EventSink {
  /** @param name of the event; without it the event is a plain message */
  send(data: object | string, name?: string): void
}

/** Answers a request with server-sent events (WHATWG HTML §9.2). */
export function streamEvents(
  c: Context<RequestScope>,
  { log, run, fail, heartbeatMilliseconds = HEARTBEAT_MILLISECONDS }: EventStreamOptions,
): Response {
  const response = streamSSE(c, async (stream) => {
    const left = new AbortController()
    stream.onAbort(() => left.abort())
    const signal = AbortSignal.any([c.req.raw.signal, left.signal])
    const events = new EventWriter(stream)
    const heartbeat = setInterval(() => events.comment('still answering'), heartbeatMilliseconds)
    try {
      await run(events, signal)
    } catch (error) {
      if (signal.aborted)
        log.info({ requestId: c.get('requestId') }, 'The client left before it had its answer')
      else fail(events, problemOf(error, c, log))
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

/** Writes events one after the other. */
class EventWriter implements EventSink {
  written: Promise<unknown> = Promise.resolve()

  constructor(private readonly stream: SSEStreamingApi) {}

  send(data: object | string, name?: string): void {
    const message = {
      data: typeof data === 'string' ? data : JSON.stringify(data),
      ...(name === undefined ? {} : { event: name }),
    }
    this.written = this.written.then(() => this.stream.writeSSE(message))
  }

  comment(text: string): void {
    this.written = this.written.then(() => this.stream.write(`: ${text}\n\n`))
  }
}
