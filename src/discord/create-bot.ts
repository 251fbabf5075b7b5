import type { IndexSnapshot } from '../domain.ts'
import type { Log } from '../log.ts'
import type { BotContext } from './bot-context.ts'
import type { Feedback } from './feedback.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import { createDiscordApi, type RestClient } from './rest/api.ts'
import { Workload, type WorkloadOptions } from './workload.ts'

const MINUTE = 60_000

export interface BotLimits {
  readonly user: RateLimit
  readonly server: RateLimit
}

/** Ten questions a minute from one person, 120 from one server. */
export function createBotLimits(): BotLimits {
  return {
    user: createRateLimit({ turns: 10, perMilliseconds: MINUTE }),
    server: createRateLimit({ turns: 120, perMilliseconds: MINUTE }),
  }
}

export interface BotOptions {
  readonly snapshot: () => IndexSnapshot
  readonly rest: RestClient
  /** Whether `rest` has the bot's token. */
  readonly hasToken: boolean
  readonly applicationId: string
  readonly publicUrl?: string | undefined
  readonly feedback: Feedback
  readonly log: Log
  readonly limits?: BotLimits
  readonly workload?: WorkloadOptions
  readonly readsMessages?: boolean
}

export interface Bot {
  readonly context: BotContext
  readonly workload: Workload
}

/** Puts the bot together. What remains is how interactions and messages reach it. */
export function createBot(options: BotOptions): Bot {
  const workload = new Workload(options.workload ?? { capacity: 500, concurrency: 4 })
  const context: BotContext = {
    snapshot: options.snapshot,
    api: createDiscordApi(options.rest),
    applicationId: options.applicationId,
    publicUrl: options.publicUrl,
    hasToken: options.hasToken,
    readsMessages: options.readsMessages ?? false,
    feedback: options.feedback,
    limits: options.limits ?? createBotLimits(),
    admission: () => workload.admission,
    acknowledge: (send) => workload.acknowledge(send),
    run: (job) => workload.run(job),
    log: options.log,
  }
  return { context, workload }
}
