import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A request that was sent just before the server was told to stop is on its way for about so long. */
const LINGER_MILLISECONDS = 200

/** The connections of a server, which can be brought to an end. */
export class Connections {
  private readonly server: Server
  private readonly inFlight = new Set<ServerResponse>()
  private isClosing = false

  constructor(server: Server) {
    this.server = server
    server.on('request', (_request, response) => {
      this.inFlight.add(response)
      if (this.isClosing) announceEnd(response)
      response.once('close', () => this.inFlight.delete(response))
    })
  }

  /**
   * Takes no new connection, lets the requests in flight finish, then ends all connections: what a browser or a proxy has
   * opened in advance, and sends nothing over, is not waited for.
   *
   * @param graceMilliseconds after this long, what is still in flight is cut off
   * @returns how many requests were cut off
   */
  async close(graceMilliseconds: number): Promise<number> {
    this.isClosing = true
    for (const response of this.inFlight) announceEnd(response)
    // That of net alone: that of http also ends connections that have not sent anything yet, from Node 26 on.
    const closed = new Promise<void>((resolve) =>
      NetServer.prototype.close.call(this.server, () => resolve()),
    )
    const deadline = AbortSignal.timeout(graceMilliseconds)
    await sleep(Math.min(LINGER_MILLISECONDS, graceMilliseconds))
    while (this.inFlight.size > 0 && !deadline.aborted) await this.nextEnd(deadline)
    const cutOff = this.inFlight.size
    this.server.closeAllConnections()
    await closed
    return cutOff
  }

  /** Resolves when a request in flight ends, or with the signal. */
  private nextEnd(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        signal.removeEventListener('abort', end)
        resolve()
      }
      signal.addEventListener('abort', end)
      for (const response of this.inFlight) response.once('close', end)
    })
  }
}

/** Otherwise the client would send the next request over this connection. */
function announceEnd(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}
