import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { ConfigurationError } from '../errors.ts'
import { type Log, silentLog } from '../log.ts'
import { Connections } from './node/connections.ts'
import { RequestRefusal } from './node/refuse-request.ts'

/** How long a client may take. A question has a few kilobytes and comes at once. */
export interface TimeLimits {
  /** Milliseconds that a client has to send the headers. */
  readonly headers: number
  /** Milliseconds that a client has to send the whole request. */
  readonly request: number
}

const TIME_LIMITS: TimeLimits = { headers: 15_000, request: 30_000 }

export interface ServeOptions {
  readonly host: string
  /** Port to listen on; 0 takes any free one. */
  readonly port: number
  /** @default a log that discards everything */
  readonly log?: Log
  /** @default 15 seconds for the headers, 30 for the whole request */
  readonly timeLimits?: TimeLimits
}

export interface RunningServer {
  /** Address that it listens on, e.g. `http://127.0.0.1:8787`. */
  readonly origin: string
  /** Stops listening and waits for the requests under way; see {@link Connections.close}. */
  close(graceMilliseconds: number): Promise<number>
}

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * Serves an app with Node.
 *
 * @param prefix of the variables that name the host and the port, e.g. `METRICS_`; for messages
 * @throws ConfigurationError if the address cannot be listened on
 * @example
 * ```ts
 * const server = await serve(app.fetch, { host: '127.0.0.1', port: 0 })
 * await server.close(5000)
 * ```
 */
export async function serve(fetch: Fetch, options: ServeOptions, prefix = ''): Promise<RunningServer> {
  const { host, port, log = silentLog, timeLimits = TIME_LIMITS } = options
  const refusal = new RequestRefusal(log)
  const listener = getRequestListener(fetch, {
    // HTTP/1.0 needs no host; health checks of old proxies send none.
    hostname: 'localhost',
    errorHandler: (error) => refusal.response(error),
  })
  const server = createServer(
    {
      // Told below, in words.
      requireHostHeader: false,
      headersTimeout: timeLimits.headers,
      requestTimeout: timeLimits.request,
      connectionsCheckingInterval: Math.min(5000, timeLimits.headers),
    },
    (request, response) => {
      if (request.httpVersion !== '1.0' && !request.headers.host) refusal.missingHost(response)
      else void listener(request, response)
    },
  )
  server.on('checkExpectation', (_request, response) => refusal.expectation(response))
  server.on('clientError', (error, socket) => refusal.connection(error, socket))
  const connections = new Connections(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port, prefix)))
    server.listen(port, host, resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: (graceMilliseconds) => connections.close(graceMilliseconds),
  }
}

function explain(error: Error, host: string, port: number, prefix: string): ConfigurationError {
  const reasons: Record<string, string> = {
    EADDRINUSE: `${prefix}PORT: something already listens on ${host}:${port}. Stop it, or choose another port, e.g. ${prefix}PORT=${port + 1}.`,
    EACCES: `${prefix}PORT: this user may not listen on port ${port}. Choose one above 1023, e.g. ${prefix}PORT=8787.`,
    EADDRNOTAVAIL: `${prefix}HOST: ${host} is no address of this machine. Use e.g. ${prefix}HOST=127.0.0.1, or ${prefix}HOST=0.0.0.0 for all.`,
    ENOTFOUND: `${prefix}HOST: ${host} is not known. Use e.g. ${prefix}HOST=127.0.0.1, or ${prefix}HOST=0.0.0.0 for all.`,
  }
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
  return new ConfigurationError(
    'configuration',
    reason ?? `Cannot listen on ${host}:${port}: ${error.message}.`,
    {
      cause: error,
    },
  )
}
