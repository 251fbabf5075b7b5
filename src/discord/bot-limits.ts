import { createRateLimit, type RateLimit } from './rate-limit.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How much the bot does for one person, one channel and one server, so that nobody can make it a nuisance. */
export interface BotLimits {
  /** Questions of a person. */
  readonly user: RateLimit
  /** Questions in a server. */
  readonly server: RateLimit
  /** "Please ask again in …" to a person in the open; after that, silence. */
  readonly notices: RateLimit
  /** Presses of buttons and forms by a person. */
  readonly presses: RateLimit
  /** Threads opened by a person. */
  readonly threads: RateLimit
  /** Questions that a person passes on to the moderators. */
  readonly escalations: RateLimit
  /** Notices in a channel about what the bot may not do there. */
  readonly permissionNotices: RateLimit
}

export function createBotLimits(): BotLimits {
  return {
    user: createRateLimit({ turns: 10, perMilliseconds: MINUTE }),
    server: createRateLimit({ turns: 120, perMilliseconds: MINUTE }),
    notices: createRateLimit({ turns: 1, perMilliseconds: MINUTE }),
    presses: createRateLimit({ turns: 30, perMilliseconds: MINUTE }),
    threads: createRateLimit({ turns: 1, perMilliseconds: MINUTE }),
    escalations: createRateLimit({ turns: 2, perMilliseconds: 10 * MINUTE }),
    permissionNotices: createRateLimit({ turns: 1, perMilliseconds: HOUR }),
  }
}
