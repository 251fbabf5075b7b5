import { text } from 'node:stream/consumers'
import { openSnapshot } from '../answer/open-snapshot.ts'
import { openChat } from '../chat/open-chat.ts'
import { HELP, parseCommandLine } from '../cli/command-line.ts'
import { EXIT, reportFailure } from '../cli/exit-codes.ts'
import { printAnswer } from '../cli/print-answer.ts'
import { readConfiguration } from '../configuration/configuration.ts'
import type { Log } from '../log.ts'
import { parseAskBody } from '../protocol/ask-request.ts'
import { servedAnswer } from '../protocol/served-answer.ts'
import { openServedIndex } from '../service/open-served-index.ts'
import { environment } from './environment.ts'

/** `npm run ask`: asks one question and prints the answer. */
async function main(): Promise<void> {
  const { help, json, question, maxCitations } = parseCommandLine(process.argv.slice(2))
  if (help) {
    process.stdout.write(HELP)
    return
  }
  const configuration = readConfiguration(environment())
  const request = parseAskBody({ question: question ?? (await readQuestion()), maxCitations })
  const { index, embedder } = await openServedIndex(configuration)
  const chat = await openChat(configuration, { log: onStandardError })
  const { embeddings } = embedder
  const snapshot = openSnapshot(index, { embeddings, log: onStandardError, writer: chat?.writer })
  const answer = await snapshot.ask(request)
  const colours = process.stdout.isTTY && process.stdout.hasColors()
  process.stdout.write(
    json
      ? `${JSON.stringify(servedAnswer(answer, snapshot), null, 2)}\n`
      : printAnswer(answer, { colours, publicUrl: configuration.PUBLIC_URL }),
  )
}

/** Beside the answer, which goes to standard output. */
const onStandardError: Pick<Log, 'warn'> = {
  warn: ({ err }, message) => {
    const why = err instanceof Error ? `${err.message}: ` : ''
    process.stderr.write(`${why}${message}\n`)
  },
}

async function readQuestion(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Your question, then Ctrl-D:\n')
  return await text(process.stdin)
}

// A reader of the output may have read enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed)
})

main().catch((error) => {
  process.exitCode = reportFailure(error)
})
