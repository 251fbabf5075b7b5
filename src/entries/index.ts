import { buildDisplay } from '../cli/build-display.ts'
import { confirm } from '../cli/confirm.ts'
import { describeEstimate, isBig } from '../cli/describe-estimate.ts'
import { EXIT, reportFailure } from '../cli/exit-codes.ts'
import { HELP, type IndexArguments, parseIndexArguments } from '../cli/index-arguments.ts'
import { type Configuration, readConfiguration } from '../configuration/configuration.ts'
import type { EmbeddingEstimate } from '../index/build/embedding-estimate.ts'
import { checkIndex } from '../indexing/check-index.ts'
import { describeRebuild, LEFT_OUT } from '../indexing/describe-rebuild.ts'
import { type RebuildOptions, rebuildIndex } from '../indexing/rebuild-index.ts'
import { rollbackIndex } from '../indexing/rollback-index.ts'
import { openEmbedder } from '../service/embedder.ts'
import { watchCorpus } from '../storage/corpus/watch-corpus.ts'
import { environment } from './environment.ts'
import { stopSignal } from './stop-signal.ts'

const display = buildDisplay(process.stderr)

/** What was said about the files of the corpus last; while somebody edits, only news is worth a line. */
let problemsTold = ''

interface Build extends RebuildOptions {
  readonly onEstimate: (estimate: EmbeddingEstimate) => Promise<void>
}

async function build(options: Build): Promise<void> {
  const report = await rebuildIndex(options)
  display.end()
  const problems = report.problems.map(({ message }) => LEFT_OUT + message).join('\n')
  if (problems !== '' && problems !== problemsTold) console.error(problems)
  problemsTold = problems
  if (report.estimate) await options.onEstimate(report.estimate)
  console.log(describeRebuild(report))
}

async function watch(options: Build, stopped: Promise<unknown>): Promise<void> {
  const watching = await watchCorpus(options.corpusDirectory, () =>
    build(options).catch((error) => {
      display.end()
      reportFailure(error)
    }),
  )
  await build(options)
  console.log(`Watching ${options.corpusDirectory}; Ctrl-C ends it`)
  await stopped
  await watching.close()
}

async function main(): Promise<number> {
  const args = parseIndexArguments(process.argv.slice(2))
  if (args.mode === 'help') {
    console.log(HELP)
    return EXIT.done
  }
  const configuration = readConfiguration(environment())
  const stopping = new AbortController()
  const stopped = stopSignal().then(() => stopping.abort(new Stopped()))
  const { recipe } = await openEmbedder(configuration)
  const options: Build = {
    corpusDirectory: args.corpus ?? configuration.CORPUS_DIR,
    indexDirectory: args.index ?? configuration.INDEX_DIR,
    recipe,
    full: args.full,
    strict: args.strict,
    unpin: true,
    dryRun: args.mode === 'dry-run',
    onEstimate: (estimate) => announce(estimate, configuration, args, stopping.signal),
    onProgress: display.onProgress,
    onNotice: display.onNotice,
    signal: stopping.signal,
  }
  switch (args.mode) {
    case 'rollback':
      console.log(
        `Serving ${await rollbackIndex(options.indexDirectory, recipe)} again, until the next build`,
      )
      return EXIT.done
    case 'check': {
      const fault = await checkIndex(options)
      console.log(fault ? `Not up to date: ${fault.message}` : 'Up to date')
      return fault ? EXIT.failed : EXIT.done
    }
    case 'watch':
      await watch(options, stopped)
      return EXIT.done
    default:
      await build(options)
      return EXIT.done
  }
}

/** Says what a server will be asked to embed; before a big run on a terminal, a person decides. */
async function announce(
  estimate: EmbeddingEstimate,
  configuration: Configuration,
  { mode, yes }: IndexArguments,
  signal: AbortSignal,
): Promise<void> {
  display.onNotice(describeEstimate(estimate, configuration))
  const asks = mode !== 'dry-run' && !yes && isBig(estimate) && process.stdin.isTTY && process.stderr.isTTY
  if (asks && !(await confirm('Go on? [y/N] ', signal))) throw new Stopped()
}

class Stopped extends Error {}

process.exitCode = await main().catch((error) => {
  display.end()
  if (!(error instanceof Stopped)) return reportFailure(error)
  console.error('Stopped; the index is as it was')
  return EXIT.failed
})
