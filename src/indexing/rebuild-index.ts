import type { Corpus } from '../corpus/corpus.ts'
import { IndexError } from '../errors.ts'
import { IndexFolder } from '../storage/index/index-folder.ts'
import { readStored, stateOf } from '../storage/index/index-state.ts'
import { CorpusRecordFile, fingerprintCorpus } from './corpus-record.ts'
import { PROGRAM } from './program.ts'
import type { RebuildOptions, RebuildOutcome, RebuildReport } from './rebuild-options.ts'
import { unchangedIndex } from './unchanged-index.ts'

/**
 * Brings the index up to date with the corpus. The generation that is served stays until the new one is whole.
 *
 * @throws IndexError `locked`, `unwritable`, or `missing` for a corpus without a paragraph
 * @throws CorpusError where the corpus cannot be read
 * @throws whatever the embeddings throw, and the signal's reason
 */
export async function rebuildIndex(options: RebuildOptions): Promise<RebuildReport> {
  const start = performance.now()
  const { corpusDirectory, indexDirectory, recipe, strict, dryRun, program = PROGRAM } = options
  const indexFolder = new IndexFolder(indexDirectory)
  const record = program === undefined ? undefined : new CorpusRecordFile(indexDirectory, program)
  const stored = await readStored(indexFolder)

  const files = record && (await fingerprintCorpus(corpusDirectory))
  const summary = await record?.find(files)
  if (summary && !(strict && summary.problems.length > 0)) {
    const outcome = unchangedIndex(stateOf(stored, recipe, summary.hash), options)
    if (outcome) return reportOf(outcome, summary, start)
  }

  // What reads and builds is slow to load, and mostly not needed.
  const { readCorpusFolder } = await import('../storage/corpus/corpus-folder.ts')
  const before = stored instanceof IndexError ? undefined : stored.index.known
  const known = options.full ? undefined : before
  const corpus = await readCorpusFolder(corpusDirectory, {
    strict: strict ?? false,
    findKnown: known && ((source, file) => known.find(source, file)),
    before,
  })
  // Only of files that nobody has changed while they were read.
  if (files !== undefined && !dryRun && (await fingerprintCorpus(corpusDirectory)) === files)
    await record?.keep(files, corpus)
  const outcome =
    unchangedIndex(stateOf(stored, recipe, corpus.hash), options) ??
    (await (await import('./build-generation.ts')).buildGeneration(indexFolder, corpus, stored, options))
  return reportOf(outcome, corpus, start)
}

function reportOf(
  { refused, ...outcome }: RebuildOutcome,
  { problems, notes = [] }: Pick<Corpus, 'problems' | 'notes'>,
  start: number,
): RebuildReport {
  return { ...outcome, problems: [...problems, ...refused], notes, milliseconds: performance.now() - start }
}
