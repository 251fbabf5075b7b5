import { writeFile } from 'node:fs/promises'
import { openSnapshot } from '../src/answer/open-snapshot.ts'
import { EXIT, reportFailure } from '../src/cli/exit-codes.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { environment } from '../src/entries/environment.ts'
import { ConfigurationError } from '../src/errors.ts'
import type { LogEntry } from '../src/question-log/question-log.ts'
import { type LogSummary, summariseLog } from '../src/question-log/summarise-log.ts'
import { openServedIndex } from '../src/service/open-served-index.ts'
import { readEntries } from '../src/storage/question-log/question-log-file.ts'
import { HELP, parseReportArguments } from './report/arguments.ts'
import { askAgain } from './report/ask-again.ts'
import { knownQuestions } from './report/known-questions.ts'
import { MOST_ROWS, reportPage } from './report/report-page.ts'

const DAY = 24 * 60 * 60_000

/** `npm run report`: one HTML page of the question log. */
async function main(): Promise<number> {
  const args = parseReportArguments(process.argv.slice(2))
  if (args.help) {
    console.log(HELP)
    return EXIT.done
  }
  const configuration = readConfiguration(environment())
  const path = args.log ?? configuration.QUESTION_LOG
  if (path === undefined) {
    throw new ConfigurationError(
      'configuration',
      'There is no question log to read. Set QUESTION_LOG to its file, or name it with --log questions.jsonl',
    )
  }
  const now = new Date()
  const since = new Date(now.getTime() - args.days * DAY).toISOString()
  const entries: LogEntry[] = []
  for await (const entry of readEntries(path)) if (entry.at >= since) entries.push(entry)
  const { index, embedder } = await openServedIndex(configuration)
  const { library, ask } = openSnapshot(index, { embeddings: embedder.embeddings })
  const summary = summariseLog(entries)
  const answersNow = await askAgain(standingAlone(summary), ask)
  const known = knownQuestions(index)
  const at = now.toISOString()
  const page = await reportPage({ summary, days: args.days, at, library, answersNow, known })
  await writeFile(args.out, page, { mode: 0o600 })
  console.log(
    `${args.out}: ${summary.answered + summary.declined} questions, ${summary.declined} of them not answered`,
  )
  return EXIT.done
}

/** The questions of the lists that can be asked again: not those that lean on a conversation, which is not kept. */
function standingAlone({ unanswered, asked, disliked, turnedAway }: LogSummary): string[] {
  const groups = [unanswered, asked, turnedAway, disliked.map(({ group }) => group)].flatMap((list) =>
    list.slice(0, MOST_ROWS),
  )
  return groups
    .filter(({ entries }) => entries.some(({ isFollowUp }) => !isFollowUp))
    .map(({ question }) => question)
}

main().then(
  (code) => process.exit(code),
  (error) => process.exit(reportFailure(error)),
)
