import { confirm } from '../cli/confirm.ts'
import { describeEstimate, isBig } from '../cli/describe-estimate.ts'
import { EXIT, reportFailure } from '../cli/exit-codes.ts'
import { HELP, type IndexArguments, parseIndexArguments } from '../cli/index-arguments.ts'
import { type IndexReporter, reportAsJson, reportToPeople } from '../cli/index-reporter.ts'
import { readConfiguration } from '../configuration/configuration.ts'
import { FootnoteError } from '../errors.ts'
import type { EmbeddingEstimate } from '../index/build/embedding-estimate.ts'
import { checkIndex } from '../indexing/check-index.ts'
import { rebuildIndex } from '../indexing/rebuild-index.ts'
import type { RebuildOptions } from '../indexing/rebuild-options.ts'
import { rollbackIndex } from '../indexing/rollback-index.ts'
import { openEmbedder } from '../service/embedder.ts'
import { watchCorpus } from '../storage/corpus/watch-corpus.ts'
import { environment } from './environment.ts'
import { stopSignal } from './stop-signal.ts'

interface Build extends RebuildOptions {
  readonly onEstimate: (estimate: EmbeddingEstimate) => Promise<void>
}

async function build(options: Build, reporter: IndexReporter): Promise<void> {
  const report = await rebuildIndex(options)
  if (report.estimate) await options.onEstimate(report.estimate)
  reporter.report(report)
}

async function watch(options: Build, reporter: IndexReporter, stopped: Promise<unknown>): Promise<void> {
  const watching = await watchCorpus(options.corpusDirectory, () =>
    build(options, reporter).catch((error) => {
      reporter.failed(error)
    }),
  )
  try {
    await build(options, reporter)
    reporter.watching(options.corpusDirectory)
    await stopped
  } finally {
    await watching.close()
  }
}

async function run(args: IndexArguments, reporter: IndexReporter): Promise<number> {
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
    repair: true,
    dryRun: args.mode === 'dry-run',
    onEstimate: async (estimate) => {
      reporter.estimate(estimate, describeEstimate(estimate, configuration))
      await decide(estimate, args, stopping.signal)
    },
    onProgress: reporter.onProgress,
    onNotice: reporter.onNotice,
    signal: stopping.signal,
  }
  switch (args.mode) {
    case 'rollback':
      reporter.rolledBack(await rollbackIndex(options.indexDirectory, recipe))
      return EXIT.done
    case 'check': {
      const fault = await checkIndex(options)
      reporter.checked(fault)
      return fault ? EXIT.failed : EXIT.done
    }
    case 'watch':
      await watch(options, reporter, stopped)
      return EXIT.done
    default:
      await build(options, reporter)
      return EXIT.done
  }
}

/** Before a server is asked to embed much, a person on a terminal decides. */
async function decide(
  estimate: EmbeddingEstimate,
  { mode, yes, json }: IndexArguments,
  signal: AbortSignal,
): Promise<void> {
  const isAttended = !json && process.stdin.isTTY && process.stderr.isTTY
  const asks = mode !== 'dry-run' && !yes && isBig(estimate) && isAttended
  if (asks && !(await confirm('Go on? [y/N] ', signal))) throw new Stopped()
}

class Stopped extends FootnoteError {
  constructor() {
    super('index', 'Stopped; the index is as it was')
  }
}

async function main(): Promise<number> {
  const args = parseIndexArguments(process.argv.slice(2))
  if (args.mode === 'help') {
    console.log(HELP)
    return EXIT.done
  }
  const reporter = args.json ? reportAsJson() : reportToPeople()
  try {
    return await run(args, reporter)
  } catch (error) {
    return reporter.failed(error)
  }
}

process.exitCode = await main().catch(reportFailure)
