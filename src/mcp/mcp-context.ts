import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import type { Log } from '../log.ts'

/** What the tools of a server work with. */
export interface McpContext {
  /** The snapshot that answers a call; a call asks once. */
  readonly current: () => IndexSnapshot
  /** That URLs begin with, e.g. `https://ask.example.org`. */
  readonly origin: string
  readonly log: Log
}
