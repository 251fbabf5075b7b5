import { type ExecutionContext, Hono } from 'hono'
import bytes from '../../index/worker/index.bin'
import { openSnapshot } from '../answer/open-snapshot.ts'
import { type Chat, openChat } from '../chat/open-chat.ts'
import { readConfiguration } from '../configuration/configuration.ts'
import { interactionsPaths } from '../discord/webhook/interactions-paths.ts'
import { INTERACTIONS_PATH } from '../discord/webhook/interactions-route.ts'
import { createStatelessInteractions } from '../discord/webhook/stateless-interactions.ts'
import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import { ConfigurationError } from '../errors.ts'
import { createApp } from '../http/create-app.ts'
import type { HttpInterface } from '../http/http-interface.ts'
import { API_KEYS_RULE, parseApiKeys } from '../http/limits/api-keys.ts'
import type { Limits } from '../http/limits/limits.ts'
import type { RateLimitBinding } from '../http/limits/rate-limit.ts'
import type { RequestScope } from '../http/request-scope.ts'
import { openIndex } from '../index/open.ts'
import { commonInterfaces } from '../interfaces.ts'
import type { Log, LogEvent } from '../log.ts'
import { feedbackToLog } from '../question-log/feedback.ts'

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

const feedback = feedbackToLog(log)

let chat: Chat | undefined
let snapshot: IndexSnapshot | undefined

/** Opened by the first request: work at import would count against the start of every isolate. */
function current(): IndexSnapshot {
  snapshot ??= openSnapshot(openIndex(new Uint8Array(bytes)), { writer: chat?.writer, log })
  return snapshot
}

/** What `wrangler secret put` and `[vars]` set; beside these, what names a language model. */
interface Variables {
  readonly CHAT_MODEL?: string
  readonly PUBLIC_URL?: string
  readonly API_KEYS?: string
  readonly REQUIRE_API_KEY?: string
  readonly CORS_ORIGINS?: string
  /** The binding of `[[ratelimits]]` in wrangler.toml. */
  readonly RATE_LIMITER?: RateLimitBinding
  readonly DISCORD_PUBLIC_KEY?: string
  readonly DISCORD_TOKEN?: string
  readonly DISCORD_APPLICATION_ID?: string
  readonly DISCORD_API_URL?: string
}

/** Discord's interactions over HTTP; nothing without DISCORD_PUBLIC_KEY. */
function discordInterface(variables: Variables): HttpInterface[] {
  if (!variables.DISCORD_PUBLIC_KEY) return []
  const answer = createStatelessInteractions({
    publicKey: variables.DISCORD_PUBLIC_KEY,
    token: variables.DISCORD_TOKEN,
    applicationId: variables.DISCORD_APPLICATION_ID,
    apiUrl: variables.DISCORD_API_URL,
    publicUrl: variables.PUBLIC_URL,
    snapshot: current,
    feedback,
    log,
  })
  const routes = new Hono<RequestScope>().post(INTERACTIONS_PATH, (c) => answer(c.req.raw, c.executionCtx))
  return [{ routes, paths: interactionsPaths }]
}

/** What a Worker can limit: each isolate is by itself, so that requests are counted by the platform. */
function limitsOf({ API_KEYS, REQUIRE_API_KEY, CORS_ORIGINS, RATE_LIMITER }: Variables): Limits {
  const apiKeys = API_KEYS ? parseApiKeys(API_KEYS) : []
  if (apiKeys === undefined)
    throw new ConfigurationError('configuration', `API_KEYS must be ${API_KEYS_RULE}`)
  return {
    remoteAddress: (c) => c.req.header('CF-Connecting-IP'),
    apiKeys,
    requireApiKey: apiKeys.length > 0 && REQUIRE_API_KEY !== 'no',
    rateLimitBinding: RATE_LIMITER,
    origins: CORS_ORIGINS?.split(',').map((origin) => origin.trim()) ?? [],
  }
}

/** The language model that the variables name. */
function chatOf(variables: Variables): Promise<Chat | undefined> {
  const named = Object.entries(variables).filter(
    ([name, value]) => name.startsWith('CHAT_') && typeof value === 'string',
  )
  const configuration = readConfiguration(Object.fromEntries(named) as Record<string, string>)
  // A call that waits for one of another request would have to be made on that one's behalf, which Workers forbid.
  return openChat({ ...configuration, CHAT_CALLS_AT_ONCE: Number.POSITIVE_INFINITY }, { log })
}

let app: ReturnType<typeof createApp> | undefined

/** Cloudflare Workers: everything that is served over HTTP, over the index in the bundle, searched exactly. */
export default {
  async fetch(request: Request, variables: Variables, executionContext: ExecutionContext) {
    if (variables.CHAT_MODEL && app === undefined) chat ??= await chatOf(variables)
    app ??= createApp({
      current,
      log,
      publicUrl: variables.PUBLIC_URL?.replace(/\/+$/, '') || undefined,
      limits: limitsOf(variables),
      interfaces: [...commonInterfaces({ log, feedback }), ...discordInterface(variables)],
    })
    return app.fetch(request, variables, executionContext)
  },
}
