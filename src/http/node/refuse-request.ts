import type { ServerResponse } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { RequestError } from '@hono/node-server'
import type { Log } from '../../log.ts'
import { Problem } from '../../protocol/problem.ts'

/** Answers what never becomes a request of the app, and logs it like one. */
export class RequestRefusal {
  private readonly log: Log

  constructor(log: Log) {
    this.log = log
  }

  /** Answers a request that the app cannot be given, or that it has failed on. */
  response(error: unknown): Response {
    if (error instanceof RequestError)
      return this.toResponse(new Problem('malformed-request', { detail: `${error.message}.` }))
    const problem = new Problem('internal-error', { detail: 'The request could not be answered. Try again.' })
    return this.toResponse(problem, error)
  }

  /** Answers a request without a host, where HTTP/1.1 demands one (RFC 9112 §3.2). */
  missingHost(response: ServerResponse): void {
    this.end(response, 'There is no Host header. Send one.')
  }

  /** Answers a request that expects anything but `100-continue` (RFC 9110 §10.1.1), which Node would refuse without a word. */
  expectation(response: ServerResponse): void {
    this.end(response, 'Nothing but "100-continue" can be expected. Leave out the Expect header.')
  }

  private end(response: ServerResponse, detail: string): void {
    const { status, headers, body } = this.rendered(new Problem('malformed-request', { detail }))
    response.writeHead(status, { ...headers, Connection: 'close' }).end(body)
  }

  /** Answers bytes that are not a request, a request that is too large, and one that never ends. */
  connection(error: NodeJS.ErrnoException, socket: Duplex): void {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const { status, headers, body } = this.rendered(problemOf(error))
    const head = Object.entries({ ...headers, Connection: 'close' }).map(
      ([name, value]) => `${name}: ${value}`,
    )
    socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...head, '', body].join('\r\n'))
  }

  private toResponse(problem: Problem, error?: unknown): Response {
    const { status, headers, body } = this.rendered(problem, error)
    return new Response(body, { status, headers })
  }

  private rendered(problem: Problem, err?: unknown) {
    const requestId = crypto.randomUUID()
    const { status } = problem
    this.log[err === undefined ? 'info' : 'error'](
      { requestId, status, reason: problem.message, ...(err === undefined ? {} : { err }) },
      'Request refused',
    )
    const body = JSON.stringify({ ...problem.toJSON(), requestId })
    const headers = {
      'Content-Type': 'application/problem+json',
      'Content-Length': String(Buffer.byteLength(body)),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Request-Id': requestId,
    }
    return { status, headers, body }
  }
}

/** Node names what was wrong by codes of its own and of its parser. */
function problemOf({ code }: NodeJS.ErrnoException): Problem {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem('request-timeout', {
        detail: 'The request did not arrive in time. Send it without a pause.',
      })
    case 'HPE_HEADER_OVERFLOW':
      return new Problem('headers-too-large', {
        detail: 'The headers have more than 16 KiB. Send fewer or shorter ones.',
      })
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new Problem('content-too-large', {
        detail: 'The extensions of the chunks are too long. Leave them out.',
      })
    default:
      return new Problem('malformed-request', { detail: 'These bytes are no HTTP request.' })
  }
}
