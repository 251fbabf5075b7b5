import { openChat } from '../chat/open-chat.ts'
import { reportFailure } from '../cli/exit-codes.ts'
import { readConfiguration } from '../configuration/configuration.ts'
import { ConfigurationError } from '../errors.ts'
import { checkDiscord, startDiscord } from '../service/discord-service.ts'
import { openFeedback } from '../service/feedback.ts'
import { followSnapshots } from '../service/followed-snapshots.ts'
import { openServedIndex } from '../service/open-served-index.ts'
import { openQuestionLog } from '../service/question-log.ts'
import { reindexJobs } from '../service/reindexing.ts'
import { environment } from './environment.ts'
import { indexCommand } from './index-command.ts'
import { nodeLog } from './node-log.ts'
import { stopSignal } from './stop-signal.ts'

/** How long pending questions may take to be answered once the process is told to stop. */
const GRACE_MILLISECONDS = 10_000

/** `npm run discord`: the bot alone, without the HTTP interface. */
async function main(): Promise<void> {
  // From the first moment on: until it is heeded, SIGHUP ends a process.
  let look = () => {}
  process.on('SIGHUP', () => look())
  const configuration = readConfiguration(environment())
  if (configuration.DISCORD_TOKEN === undefined) {
    throw new ConfigurationError(
      'configuration',
      'DISCORD_TOKEN is not set; copy it from your application in the Discord developer portal: Bot, Reset Token',
    )
  }
  await checkDiscord(configuration)
  const log = nodeLog(configuration.LOG_LEVEL)
  const stopped = stopSignal()
  const served = await openServedIndex(configuration)
  const chat = await openChat(configuration, { log })
  const followed = await followSnapshots(served, configuration.INDEX_DIR, log, { writer: chat?.writer })
  look = followed.look
  let fail: (error: Error) => void = () => {}
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject
  })
  const jobs = reindexJobs({ configuration, followed, log, command: indexCommand() })
  const discord = await startDiscord({
    configuration,
    questionLog: openQuestionLog(configuration, log),
    feedback: openFeedback(configuration, log),
    snapshot: followed.current,
    jobs,
    log,
    onFatal: (error) => fail(error),
  })
  console.error(`\nThe bot is connected. Invite it to a server with:\n\n${discord.inviteLink}\n`)

  const signal = await Promise.race([stopped, failed])
  log.info({ signal }, 'Stopping')
  await jobs.close()
  followed.close()
  if (!(await discord.close(GRACE_MILLISECONDS))) log.warn({}, 'Questions were left unanswered')
}

main().then(
  () => process.exit(0),
  (error) => process.exit(reportFailure(error)),
)
