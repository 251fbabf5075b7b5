import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import type { Log } from '../log.ts'
import type { Feedback } from '../question-log/feedback.ts'
import type { QuestionLog, QuestionLogReader } from '../question-log/question-log.ts'
import type { BotLimits } from './bot-limits.ts'
import type { BotMemory } from './bot-memory.ts'
import type { OwnerSettings } from './owner-settings.ts'
import type { DiscordApi } from './rest/api.ts'
import type { Admission } from './workload.ts'

/** What the bot works with. Everything that runs or keeps something is behind one of these. */
export interface BotContext {
  /** The index as it is now; a rebuilt one takes over with the next question. */
  readonly snapshot: () => IndexSnapshot
  readonly api: DiscordApi
  /** Id of the bot's user: the author of its messages. */
  readonly botId: string
  /** Address of the service that shows the articles; without it citations name their paragraph and link nowhere. */
  readonly publicUrl: string | undefined
  /** Whether the bot hears messages in threads and may read what they say without being mentioned. */
  readonly readsMessages: boolean
  /** Whether Discord lets the bot call it with more than an interaction's token. */
  readonly hasToken: boolean
  readonly settings: OwnerSettings
  readonly feedback: Feedback
  readonly questionLog: (QuestionLog & Partial<QuestionLogReader>) | undefined
  /** Builds the index anew; where it cannot be built, e.g. in Workers, there is none. Rejects with the reason. */
  readonly reindex: (() => Promise<void>) | undefined
  readonly limits: BotLimits
  readonly memory: BotMemory
  readonly admission: () => Admission
  /** Sends what Discord must hear first; what computes waits for it. */
  readonly acknowledge: (send: () => Promise<void>) => Promise<void>
  /** Runs what computes an answer, when its turn comes. */
  readonly run: <Result>(job: () => Promise<Result>) => Promise<Result>
  readonly log: Log
}
