import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { openChat } from '../chat/open-chat.ts'
import { reportFailure } from '../cli/exit-codes.ts'
import { type Configuration, readConfiguration } from '../configuration/configuration.ts'
import { createMcpServer } from '../mcp/mcp-server.ts'
import { recordedAsk } from '../question-log/recorded-ask.ts'
import { followSnapshots } from '../service/followed-snapshots.ts'
import { openServedIndex } from '../service/open-served-index.ts'
import { openQuestionLog } from '../service/question-log.ts'
import { environment } from './environment.ts'
import { nodeLog } from './node-log.ts'
import { stopSignal } from './stop-signal.ts'

const STANDARD_ERROR = 2

/** `footnote mcp`: the Model Context Protocol over standard input and output, for a client that starts this process. */
async function main(): Promise<void> {
  const configuration = readConfiguration(environment())
  // Standard output belongs to the protocol.
  const log = nodeLog(configuration.LOG_LEVEL, STANDARD_ERROR)
  const served = await openServedIndex(configuration)
  const chat = await openChat(configuration, { log })
  const followed = await followSnapshots(served, configuration.INDEX_DIR, log, { writer: chat?.writer })
  const questionLog = openQuestionLog(configuration, log)
  const current = () => {
    const snapshot = followed.current()
    if (questionLog === undefined) return snapshot
    const ask = recordedAsk(snapshot, questionLog, { id: crypto.randomUUID(), through: 'mcp' })
    return { ...snapshot, ask }
  }
  const context = { current, origin: originOf(configuration), log }
  const server = serveStdio(() => createMcpServer(context), {
    onerror: (err) => log.debug({ err }, 'An MCP message was refused'),
  })
  await Promise.race([stopSignal(), new Promise((resolve) => process.stdin.once('close', resolve))])
  await server.close()
  followed.close()
}

/** Links lead to the service over HTTP: to its public address, otherwise to where `npm start` listens. */
function originOf({ PUBLIC_URL, HOST, PORT }: Configuration): string {
  return PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
}

main().then(
  () => process.exit(0),
  (error) => process.exit(reportFailure(error)),
)
