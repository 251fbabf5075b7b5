import { REST } from '@discordjs/rest'
import { Hono } from 'hono'
import type { Configuration } from '../configuration/configuration.ts'
import { createBot } from '../discord/create-bot.ts'
import type { ConnectionState } from '../discord/gateway/connection.ts'
import { DISCORD_API, startGateway } from '../discord/gateway/gateway.ts'
import type { OwnerSettings } from '../discord/owner-settings.ts'
import { isAcceptedUrl } from '../discord/render/sources/source-label.ts'
import { identifyApplication } from '../discord/rest/application.ts'
import { interactionsPaths } from '../discord/webhook/interactions-paths.ts'
import { createInteractionsRoute, INTERACTIONS_PATH } from '../discord/webhook/interactions-route.ts'
import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import { FootnoteError } from '../errors.ts'
import type { HttpInterface } from '../http/http-interface.ts'
import type { ReindexJobs } from '../http/reindex-jobs.ts'
import type { RequestScope } from '../http/request-scope.ts'
import type { Log } from '../log.ts'
import type { Feedback } from '../question-log/feedback.ts'
import type { QuestionLog, QuestionLogReader } from '../question-log/question-log.ts'

export interface DiscordService extends HttpInterface {
  /** Link with which a server's owner lets the bot in; only known with a token. */
  readonly inviteLink: string | undefined
  /** Whether events arrive over the gateway; only known with a token. */
  readonly state: () => ConnectionState | undefined
  /**
   * Takes on nothing more, answers what is pending, then leaves.
   * @returns whether everything was answered in time
   */
  close(graceMilliseconds: number): Promise<boolean>
}

export interface DiscordServiceOptions {
  readonly configuration: Configuration
  /** Keeps what was asked; nothing is kept without it. */
  readonly questionLog: (QuestionLog & QuestionLogReader) | undefined
  readonly feedback: Feedback
  readonly snapshot: () => IndexSnapshot
  /** Builds the index anew, for `/footnote reindex`. */
  readonly jobs: Pick<ReindexJobs, 'startAndWait'>
  readonly log: Log
  /** Called when Discord has ended the connection for good. */
  readonly onFatal: (error: FootnoteError) => void
}

/** What the owner has decided, see {@link OwnerSettings}. */
function ownerSettings(configuration: Configuration): OwnerSettings {
  return {
    channels: configuration.DISCORD_CHANNELS,
    roles: configuration.DISCORD_ROLES,
    forums: configuration.DISCORD_FORUMS,
    moderatorRole: configuration.DISCORD_MODERATOR_ROLE,
  }
}

/**
 * Asks Discord whether the token, the application id and the key belong together; without a token there is nobody to
 * ask. Takes a moment, where building an index takes many: a mistake is reported before that.
 *
 * @throws ConfigurationError for a wrong token, application id or key
 */
export async function checkDiscord(configuration: Configuration): Promise<void> {
  const { DISCORD_TOKEN, DISCORD_APPLICATION_ID, DISCORD_PUBLIC_KEY, DISCORD_API_URL } = configuration
  if (DISCORD_TOKEN === undefined) return
  const rest = new REST({ api: DISCORD_API_URL ?? DISCORD_API }).setToken(DISCORD_TOKEN)
  await identifyApplication(rest, { applicationId: DISCORD_APPLICATION_ID, publicKey: DISCORD_PUBLIC_KEY })
}

/**
 * Starts what of Discord is configured: the gateway with DISCORD_TOKEN, the HTTP endpoint with DISCORD_PUBLIC_KEY, or
 * both over one bot.
 *
 * @throws ConfigurationError for a wrong token, application id or key
 */
export async function startDiscord(options: DiscordServiceOptions): Promise<DiscordService> {
  const { configuration, snapshot, log, onFatal } = options
  const publicUrl = configuration.PUBLIC_URL
  if (publicUrl === undefined) {
    log.warn({}, 'PUBLIC_URL is not set: answers in Discord name the paragraph but cannot link to it')
  }
  if (publicUrl !== undefined && !isAcceptedUrl(publicUrl)) {
    log.warn(
      { publicUrl },
      'PUBLIC_URL has a host without a dot, which Discord does not link titles to; give it the address that readers use',
    )
  }
  const { questionLog, feedback, jobs } = options
  const reindex = async () => {
    const { state, error } = await jobs.startAndWait()
    if (state !== 'done') throw new FootnoteError('index', error ?? `The rebuild was ${state}`)
  }
  const settings = ownerSettings(configuration)
  const shared = { snapshot, publicUrl, settings, feedback, questionLog, reindex, log }
  const token = configuration.DISCORD_TOKEN
  const publicKey = configuration.DISCORD_PUBLIC_KEY
  const applicationId = configuration.DISCORD_APPLICATION_ID
  const apiUrl = configuration.DISCORD_API_URL ?? DISCORD_API

  if (token !== undefined) await warmUp(snapshot(), log)
  const gateway =
    token === undefined
      ? undefined
      : await startGateway({ ...shared, token, applicationId, publicKey, apiUrl, onFatal })
  const bot =
    gateway?.bot ??
    createBot({
      ...shared,
      rest: new REST({ api: apiUrl }),
      hasToken: false,
      botId: applicationId ?? '',
    })
  const routes = new Hono<RequestScope>()
  if (publicKey !== undefined) {
    const route = createInteractionsRoute({ publicKey, context: () => bot.context })
    const executionContext = { waitUntil: (task: Promise<void>) => bot.workload.track(task) }
    routes.post(INTERACTIONS_PATH, (c) => route(c.req.raw, executionContext))
  }
  return {
    inviteLink: gateway?.inviteLink,
    state: () => gateway?.state(),
    routes,
    paths: publicKey === undefined ? {} : interactionsPaths,
    async close(graceMilliseconds) {
      if (gateway !== undefined) return gateway.close(graceMilliseconds)
      return bot.workload.drain(graceMilliseconds)
    },
  }
}

/** Answers once before anyone asks: a process's first answer takes a second, in which nothing would be acknowledged. */
async function warmUp({ ask, suggestions }: IndexSnapshot, log: Log): Promise<void> {
  try {
    await ask({ question: suggestions[0]?.question ?? 'What is this about?' })
  } catch (err) {
    log.warn({ err }, 'The first answer failed')
  }
}
