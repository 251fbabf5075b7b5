import bytes from '../../index/worker/index.bin'
import { openGeneration } from '../answer/open-generation.ts'
import type { Generation } from '../domain.ts'
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

let generation: Generation | undefined

/** Opened by the first request: work at import would count against the start of every isolate. */
function current(): Generation {
  generation ??= openGeneration(openIndex(new Uint8Array(bytes)))
  return generation
}

/** Cloudflare Workers: the HTTP interface over the index in the bundle, searched exactly. */
export default { fetch: createApp({ current, log }).fetch }
