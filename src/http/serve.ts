import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { ConfigurationError } from '../errors.ts'

export interface ServeOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
}

export interface RunningServer {
  /** Where it is reached, e.g. `http://127.0.0.1:8787`. */
  readonly origin: string
  /**
   * Takes no new connection and lets the requests in flight finish.
   * @param graceMilliseconds after this long, what is still open is cut off
   * @returns whether everything finished in time
   */
  close(graceMilliseconds: number): Promise<boolean>
}

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * Serves an app with Node.
 * @throws {ConfigurationError} when the address cannot be listened on
 */
export async function serve(fetch: Fetch, { host, port }: ServeOptions): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch })
  const inFlight = trackInFlight(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)))
    server.listen(port, host, resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: (graceMilliseconds) => close(server, inFlight, graceMilliseconds),
  }
}

function trackInFlight(server: ServerType): ReadonlySet<ServerResponse> {
  const inFlight = new Set<ServerResponse>()
  server.on('request', (_request: unknown, response: ServerResponse) => {
    inFlight.add(response)
    response.once('close', () => inFlight.delete(response))
  })
  return inFlight
}

async function close(server: ServerType, inFlight: ReadonlySet<ServerResponse>, graceMilliseconds: number) {
  // Without this a kept-alive connection would hold the server open after its last response.
  for (const response of inFlight) {
    if (!response.headersSent) response.setHeader('Connection', 'close')
    response.once('close', () => 'closeIdleConnections' in server && server.closeIdleConnections())
  }
  let finished = true
  const deadline = setTimeout(() => {
    finished = false
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, graceMilliseconds)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearTimeout(deadline)
  return finished
}

function explain(error: Error, host: string, port: number): ConfigurationError {
  const reasons: Record<string, string> = {
    EADDRINUSE: `PORT: something already listens on ${host}:${port}. Stop it, or choose another port, e.g. PORT=${port + 1}.`,
    EACCES: `PORT: this user may not listen on port ${port}. Choose one above 1023, e.g. PORT=8787.`,
    EADDRNOTAVAIL: `HOST: ${host} is no address of this machine. Use e.g. HOST=127.0.0.1, or HOST=0.0.0.0 for all.`,
    ENOTFOUND: `HOST: ${host} is not known. Use e.g. HOST=127.0.0.1, or HOST=0.0.0.0 for all.`,
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
