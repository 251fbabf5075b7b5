import { onTestFinished } from 'vitest'
import type { BotLimits } from '../../src/discord/bot-limits.ts'
import { type GatewayOptions, type RunningGateway, startGateway } from '../../src/discord/gateway/gateway.ts'
import { createRateLimit } from '../../src/discord/rate-limit.ts'
import type { IndexSnapshot } from '../../src/domain/index-snapshot.ts'
import type { AskRequest } from '../../src/domain/question.ts'
import type { FootnoteError } from '../../src/errors.ts'
import type { LogEvent } from '../../src/log.ts'
import type { FeedbackRecord } from '../../src/question-log/feedback.ts'
import { fakeAsk, fakeSnapshot } from '../support/fake-snapshot.ts'
import { LoopbackDiscord } from '../support/loopback-discord/loopback-discord.ts'
import { BOT_TOKEN } from '../support/loopback-discord/payloads.ts'

const PUBLIC_URL = 'https://ask.example.org'

interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

export interface TestBot {
  readonly discord: LoopbackDiscord
  readonly gateway: RunningGateway
  readonly logged: LogLine[]
  readonly feedback: FeedbackRecord[]
  readonly fatal: FootnoteError[]
}

/** Ten thousand at once, so that only the tests about limits meet them. */
export function unlimited(): BotLimits {
  const limit = createRateLimit({ turns: 10_000, perMilliseconds: 1 })
  return {
    user: limit,
    server: limit,
    notices: limit,
    presses: limit,
    threads: limit,
    escalations: limit,
    permissionNotices: limit,
  }
}

/** The bot with the real discord.js, connected to a Discord of its own. Both stop with the test. */
export async function startBot(
  options: Partial<GatewayOptions> = {},
  prepare: (discord: LoopbackDiscord) => void = () => {},
): Promise<TestBot> {
  const discord = await LoopbackDiscord.start()
  onTestFinished(() => discord.stop())
  prepare(discord)
  const logged: LogLine[] = []
  const feedback: FeedbackRecord[] = []
  const fatal: FootnoteError[] = []
  const at =
    (level: LogLine['level']): LogEvent =>
    (fields, message) => {
      logged.push({ level, fields, message })
      discord.changed()
    }
  const gateway = await startGateway({
    token: BOT_TOKEN,
    apiUrl: discord.apiUrl,
    snapshot: () => fakeSnapshot(),
    publicUrl: PUBLIC_URL,
    feedback: { record: async (record) => void feedback.push(record) },
    log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
    limits: unlimited(),
    onFatal: (error) => {
      fatal.push(error)
      discord.changed()
    },
    ...options,
  })
  onTestFinished(async () => void (await gateway.close(1000)))
  return { discord, gateway, logged, feedback, fatal }
}

/** A snapshot that answers as the fake does and keeps what it was asked. */
export function recordingSnapshot(): {
  readonly requests: AskRequest[]
  readonly snapshot: () => IndexSnapshot
} {
  const requests: AskRequest[] = []
  const snapshot = fakeSnapshot({
    ask(request) {
      requests.push(request)
      return fakeAsk(request)
    },
  })
  return { requests, snapshot: () => snapshot }
}
