import { EXIT, reportFailure } from '../src/cli/exit-codes.ts'
import { type ChatConfiguration, chatConfiguration } from '../src/configuration/chat-configuration.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { environment } from '../src/entries/environment.ts'
import { stopSignal } from '../src/entries/stop-signal.ts'
import { readCorpusFolder } from '../src/storage/corpus/corpus-folder.ts'
import { type EnrichArguments, HELP, parseEnrichArguments } from './enrich/arguments.ts'
import { chooseArticles } from './enrich/choose-articles.ts'
import { describeEstimate, describeRun } from './enrich/describe-run.ts'
import { runDisplay } from './enrich/display.ts'
import { removeEntries } from './enrich/drafting/edit-sidecar.ts'
import { estimate, planEnrichment } from './enrich/drafting/plan.ts'
import { openingOf } from './enrich/drafting/sidecar-entry.ts'
import { describeModelFault } from './enrich/model-fault.ts'
import { findSidecars, isSidecarName } from './enrich/sidecar-file.ts'
import { type Task, writeMissing } from './enrich/write-missing.ts'

const display = runDisplay(process.stderr)

/** What is to be asked; says on the way what is stale, and takes it out where that was asked for. */
async function prepare(args: EnrichArguments, corpusDirectory: string): Promise<Task[]> {
  const corpus = await readCorpusFolder(corpusDirectory)
  const sidecars = await findSidecars(corpusDirectory, corpus.articles)
  // What is wrong inside a questions file is for npm run index to say; only what is stale concerns this command.
  for (const { source, message } of corpus.problems)
    if (!isSidecarName(source)) console.error(`Left out: ${message}`)
  const tasks: Task[] = []
  for (const article of chooseArticles(corpus.articles, args.articles)) {
    const sidecar = sidecars.get(article)
    if (!sidecar) continue
    const { missing, stale } = planEnrichment(article, await sidecar.read())
    tasks.push(...missing.map((surroundings) => ({ surroundings, sidecar })))
    console.log(
      `${article.id}: ${missing.length} of ${article.paragraphs.length} paragraphs have no questions yet`,
    )
    const prune = args.prune && !args.dryRun
    for (const { line, paragraph } of stale) {
      const fate = prune ? 'taken out' : 'kept; --prune takes it out'
      console.log(`${sidecar.source}, line ${line}: about ${paragraph}, which the article has not: ${fate}`)
    }
    const gone = new Set(stale.flatMap(({ paragraph }) => paragraph ?? []))
    if (prune && gone.size > 0) await sidecar.edit((text) => removeEntries(text, gone))
  }
  return tasks.slice(0, args.limit)
}

async function main(): Promise<number> {
  const args = parseEnrichArguments(process.argv.slice(2))
  if (args.help) {
    console.log(HELP)
    return EXIT.done
  }
  const variables = environment()
  // The part that needs a chat model reports what is missing.
  const { CORPUS_DIR } = readConfiguration({ ...variables, CHAT_MODEL: undefined })
  const asks = !args.dryRun && args.limit > 0
  const chat = asks ? chatConfiguration(variables) : undefined
  const tasks = await prepare(args, args.corpus ?? CORPUS_DIR)
  if (args.dryRun) {
    for (const { surroundings } of tasks) {
      const { article, paragraph } = surroundings
      console.log(`  ${article.id} ${paragraph.position} ${openingOf(paragraph.text)}`)
    }
    console.log(describeEstimate(estimate(tasks.map(({ surroundings }) => surroundings))))
  }
  return chat === undefined || tasks.length === 0 ? EXIT.done : write(tasks, chat, args.concurrency)
}

async function write(tasks: readonly Task[], chat: ChatConfiguration, concurrency: number): Promise<number> {
  // Not needed for what ends before, and slow to load.
  const { openChatModel } = await import('./enrich/chat-model.ts')
  const { conversationWith } = await import('./enrich/conversation.ts')
  const { ClaimChecker } = await import('../src/claims/check-claim.ts')
  const { loadDictionary } = await import('../src/indexing/load-dictionary.ts')
  const stopped = new AbortController()
  const halted = new AbortController()
  void stopSignal().then(() => stopped.abort())
  const signal = AbortSignal.any([stopped.signal, halted.signal])
  const tokens = { in: 0, out: 0 }
  const onUsage = (used: typeof tokens) => {
    tokens.in += used.in
    tokens.out += used.out
  }
  const report = await writeMissing(tasks, {
    converse: conversationWith(openChatModel(chat), { signal, onUsage }),
    claims: new ClaimChecker(await loadDictionary()),
    concurrency,
    signal,
    halt: () => halted.abort(),
    faultOf: (error) => describeModelFault(error, chat),
    display,
  })
  display.end()
  console.log(describeRun(report, tokens))
  if (report.halted) console.error(report.halted)
  if (signal.aborted) console.error('Stopped; what was written stays, and the next run goes on from there')
  return signal.aborted || report.failed > 0 ? EXIT.failed : EXIT.done
}

const code = await main().catch((error) => {
  display.end()
  return reportFailure(error)
})
// A call that was waiting for its next attempt when the run ended would keep the process alive.
process.exit(code)
