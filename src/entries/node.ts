import { openChat } from '../chat/open-chat.ts'
import { reportFailure } from '../cli/exit-codes.ts'
import { type Configuration, readConfiguration } from '../configuration/configuration.ts'
import { createApp } from '../http/create-app.ts'
import { askCommand } from '../http/curl-example.ts'
import { reindexInterface } from '../http/routes/reindex.ts'
import { serve } from '../http/serve.ts'
import type { StoredPassages } from '../index/documents/stored-passages.ts'
import { PROGRAM } from '../indexing/program.ts'
import { commonInterfaces } from '../interfaces.ts'
import type { DiscordService } from '../service/discord-service.ts'
import { openFeedback } from '../service/feedback.ts'
import { followSnapshots } from '../service/followed-snapshots.ts'
import { configuredLimits } from '../service/limits.ts'
import { openServedIndex } from '../service/open-served-index.ts'
import { openQuestionLog } from '../service/question-log.ts'
import { reindexJobs } from '../service/reindexing.ts'
import { ModelHealth } from '../service/telemetry/model-health.ts'
import { startTelemetry } from '../service/telemetry/telemetry.ts'
import { openAnswerThreads } from '../service/threads/configured-threads.ts'
import type { Dependency } from '../telemetry/dependency.ts'
import { observedSnapshot } from '../telemetry/observed-snapshot.ts'
import { answerThreadFile } from './answer-thread-file.ts'
import { environment } from './environment.ts'
import { indexCommand } from './index-command.ts'
import { nodeLog } from './node-log.ts'
import { stopSignal } from './stop-signal.ts'

/** How long requests in flight may take to finish once the process is told to stop. */
const GRACE_MILLISECONDS = 10_000

/** `npm start`: brings the index up to date, then serves until it is told to stop. */
async function main(): Promise<void> {
  // From the first moment on: until it is heeded, SIGHUP ends a process.
  let look = () => {}
  process.on('SIGHUP', () => look())
  const configuration = readConfiguration(environment())
  const log = nodeLog(configuration.LOG_LEVEL)
  log.info({ node: process.version, program: PROGRAM }, 'Starting')
  // Large, and slow to load.
  const discordService = wantsDiscord(configuration)
    ? await import('../service/discord-service.ts')
    : undefined
  await discordService?.checkDiscord(configuration)
  // They load while the index is read.
  const threads = openAnswerThreads(configuration, answerThreadFile(), log)
  const served = await openServedIndex(configuration)
  const models = new ModelHealth(configuration)
  const chat = await openChat(configuration, { log, onUsage: models.used })
  if (chat !== undefined) models.watchChat(chat.isResting)
  const followed = await followSnapshots(served, configuration.INDEX_DIR, log, {
    onEmbedded: models.embedded,
    writer: chat?.writer,
    threads,
  })

  const stopped = stopSignal()
  const questionLog = openQuestionLog(configuration, log)
  const feedback = openFeedback(configuration, log)
  const jobs = reindexJobs({ configuration, followed, log, command: indexCommand() })
  const limits = configuredLimits(configuration, threads)
  let discord: DiscordService | undefined
  const dependencies = (): Dependency[] => [...discordDependency(discord?.state()), ...models.dependencies()]
  const telemetry = await startTelemetry({
    configuration,
    current: followed.current,
    load: () => limits.admission.load,
    dependencies,
    models,
    log,
  })
  discord = await discordService?.startDiscord({
    configuration,
    questionLog,
    feedback,
    snapshot: () => observedSnapshot(followed.current(), { through: 'discord', observe: telemetry.asked }),
    jobs,
    log,
    onFatal: (err) => log.error({ err }, 'The Discord bot has stopped; HTTP goes on'),
  })
  const reindex = reindexInterface({ token: configuration.ADMIN_TOKEN, jobs, log })
  const app = createApp({
    current: followed.current,
    log,
    questionLog,
    publicUrl: configuration.PUBLIC_URL,
    limits,
    telemetry,
    dependencies,
    interfaces: [...commonInterfaces({ log, feedback, questionLog }), reindex, ...(discord ? [discord] : [])],
  })
  const server = await serve(app.fetch, { host: configuration.HOST, port: configuration.PORT, log })
  look = followed.look
  log.info({ origin: server.origin, generation: followed.current().id }, 'Listening')
  if (discord?.inviteLink)
    console.error(`\nThe Discord bot is connected. Invite it with:\n\n${discord.inviteLink}`)
  const question = firstQuestion(served.index.passages) ?? 'What is this about?'
  console.error(`\nAsk at ${server.origin} in a browser, or:\n\n${askCommand(server.origin, question)}\n`)

  const signal = await stopped
  log.info({ signal }, 'Stopping')
  const [cutOff, answered] = await Promise.all([
    server.close(GRACE_MILLISECONDS),
    discord?.close(GRACE_MILLISECONDS),
    jobs.close(),
    telemetry.close(),
  ])
  followed.close()
  await threads?.close()
  if (cutOff > 0) log.warn({ requests: cutOff }, 'Requests were cut off')
  if (answered === false) log.warn({}, 'Questions in Discord were left unanswered')
}

/** The connection to Discord's gateway; none where Discord calls, or is not asked. */
function discordDependency(state: 'connected' | 'reconnecting' | 'closed' | undefined): Dependency[] {
  return state === undefined ? [] : [{ name: 'discord', state, isUp: state === 'connected' }]
}

/** Whether anything of Discord is to run. */
function wantsDiscord({ DISCORD_TOKEN, DISCORD_PUBLIC_KEY }: Configuration): boolean {
  return DISCORD_TOKEN !== undefined || DISCORD_PUBLIC_KEY !== undefined
}

/** A question that was written ahead; found without looking at the others. */
function firstQuestion(passages: Pick<StoredPassages, 'count' | 'at'>): string | undefined {
  for (let row = 0; row < passages.count; row++) {
    const { kind, text } = passages.at(row)
    if (kind === 'question') return text
  }
  return undefined
}

main().then(
  () => process.exit(0),
  (error) => process.exit(reportFailure(error)),
)
