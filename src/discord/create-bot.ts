import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import type { Log } from '../log.ts'
import type { Feedback } from '../question-log/feedback.ts'
import type { QuestionLog, QuestionLogReader } from '../question-log/question-log.ts'
import type { BotContext } from './bot-context.ts'
import { type BotLimits, createBotLimits } from './bot-limits.ts'
import { type BotMemory, createBotMemory } from './bot-memory.ts'
import type { OwnerSettings } from './owner-settings.ts'
import { createDiscordApi, type RestClient } from './rest/api.ts'
import { Workload, type WorkloadOptions } from './workload.ts'

/** What the service gives the bot, whichever way Discord reaches it. */
export interface BotServices {
  readonly snapshot: () => IndexSnapshot
  readonly publicUrl?: string | undefined
  readonly settings?: OwnerSettings
  readonly feedback: Feedback
  readonly questionLog?: (QuestionLog & Partial<QuestionLogReader>) | undefined
  readonly reindex?: (() => Promise<void>) | undefined
  readonly log: Log
  readonly limits?: Partial<BotLimits>
  readonly memory?: BotMemory
  readonly workload?: WorkloadOptions
}

export interface BotOptions extends BotServices {
  readonly rest: RestClient
  /** A client that repeats no request, for acknowledgements over the gateway. @default rest */
  readonly acknowledging?: RestClient
  /** Whether `rest` has the bot's token. */
  readonly hasToken: boolean
  /** Id of the bot's user, which in old applications is not the application's. */
  readonly botId: string
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
    api: createDiscordApi(options.rest, options.acknowledging),
    botId: options.botId,
    publicUrl: options.publicUrl,
    hasToken: options.hasToken,
    readsMessages: options.readsMessages ?? false,
    settings: options.settings ?? {},
    feedback: options.feedback,
    questionLog: options.questionLog,
    reindex: options.reindex,
    limits: { ...createBotLimits(), ...options.limits },
    memory: options.memory ?? createBotMemory(),
    admission: () => workload.admission,
    acknowledge: (send) => workload.acknowledge(send),
    run: (job) => workload.run(job),
    log: options.log,
  }
  return { context, workload }
}
