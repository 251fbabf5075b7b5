import type { Ask } from '../../../src/domain/ask.ts'
import type { IndexSnapshot } from '../../../src/domain/index-snapshot.ts'
import { createApp } from '../../../src/http/create-app.ts'
import { serve } from '../../../src/http/serve.ts'
import { askOverHttp } from '../ask-over-http.ts'

/** Long enough for an answer that is under way. */
const GRACE = 1000

export interface LoopbackService {
  /** Asks by `POST /ask`. */
  readonly ask: Ask
  close(): Promise<unknown>
}

/**
 * Serves a snapshot on this machine alone, as `npm start` does.
 *
 * @param port 0 takes any free port
 */
export async function serveOnLoopback(snapshot: IndexSnapshot, port: number): Promise<LoopbackService> {
  const server = await serve(createApp({ current: () => snapshot }).fetch, { host: '127.0.0.1', port })
  return { ask: askOverHttp(server.origin), close: () => server.close(GRACE) }
}
