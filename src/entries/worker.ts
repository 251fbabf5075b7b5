import bytes from '../../index/worker/index.bin'
import { openSnapshot } from '../answer/open-snapshot.ts'
import { feedbackToLog } from '../discord/feedback.ts'
import { INTERACTIONS_PATH, type InteractionsRoute } from '../discord/webhook/interactions-route.ts'
import { createStatelessInteractions } from '../discord/webhook/stateless-interactions.ts'
import type { IndexSnapshot } from '../domain.ts'
import { createApp } from '../http/create-app.ts'
import { openIndex } from '../index/open.ts'
import type { Log, LogEvent } from '../log.ts'

/** What Workers collect as logs: one object a call of the console. */
function logTo(level: 'debug' | 'info' | 'warn' | 'error'): LogEvent {
  return ({ err, ...fields }, msg) => {
    const error = err instanceof Error ? { err: err.stack ?? err.message } : {}
    console[level](JSON.stringify({ level, ...fields, ...error, msg }))
  }
}

const log: Log = {
  // Questions are logged at debug, and a Worker has no level to turn that off with.
  debug: () => {},
  info: logTo('info'),
  warn: logTo('warn'),
  error: logTo('error'),
}

let snapshot: IndexSnapshot | undefined

/** Opened by the first request: work at import would count against the start of every isolate. */
function current(): IndexSnapshot {
  snapshot ??= openSnapshot(openIndex(new Uint8Array(bytes)))
  return snapshot
}

/** What `wrangler secret put` and `[vars]` set. */
interface Variables {
  readonly PUBLIC_URL?: string
  readonly DISCORD_PUBLIC_KEY?: string
  readonly DISCORD_TOKEN?: string
  readonly DISCORD_APPLICATION_ID?: string
  readonly DISCORD_API_URL?: string
}

let interactions: InteractionsRoute | undefined

const app = createApp({ current, log })

app.post(INTERACTIONS_PATH, (c) => {
  const variables = c.env as Variables
  if (!variables.DISCORD_PUBLIC_KEY) return c.notFound()
  interactions ??= createStatelessInteractions({
    publicKey: variables.DISCORD_PUBLIC_KEY,
    token: variables.DISCORD_TOKEN,
    applicationId: variables.DISCORD_APPLICATION_ID,
    apiUrl: variables.DISCORD_API_URL,
    publicUrl: variables.PUBLIC_URL,
    snapshot: current,
    feedback: feedbackToLog(log),
    log,
  })
  return interactions(c.req.raw, c.executionCtx)
})

/** Cloudflare Workers: the HTTP interface over the index in the bundle, searched exactly. */
export default { fetch: app.fetch }
