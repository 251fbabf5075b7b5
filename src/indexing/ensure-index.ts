import type { OpenIndex } from '../index/open.ts'
import { IndexFolder } from '../storage/index/index-folder.ts'
import { readCurrentGeneration, type StoredGeneration } from '../storage/index/read-generation.ts'
import { rebuildIndex } from './rebuild-index.ts'
import type { RebuildOptions, RebuildReport } from './rebuild-options.ts'

export interface EnsuredIndex {
  readonly index: OpenIndex
  /** The generation that it was read from. */
  readonly stored: StoredGeneration
  /** Folder of the generation that was opened; another one means that there is something new. */
  readonly folder: string
  /** What had to be done, and which files of the corpus were left out. */
  readonly report: RebuildReport
}

/**
 * Opens the index of a corpus, and builds it first where it is missing, stale, damaged or of another make: `onNotice`
 * is called with the reason. A generation that somebody rolled back to is opened as it is.
 *
 * @throws IndexError where it can be neither opened nor built
 * @throws CorpusError where the corpus cannot be read
 */
export async function ensureIndex(options: Omit<RebuildOptions, 'dryRun'>): Promise<EnsuredIndex> {
  const report = await rebuildIndex(options)
  const stored = report.stored ?? (await readCurrentGeneration(new IndexFolder(options.indexDirectory)))
  const { index } = stored
  if (stored.pointer.pinned) {
    options.onNotice?.(
      `Serving ${stored.manifest.generation}, which somebody rolled back to; npm run index builds a new index`,
    )
  }
  // A build has said it already.
  const { graphFault } = stored.vectorIndex
  if (graphFault && report.stored) options.onNotice?.(graphFault.message)
  return { index, stored, folder: stored.pointer.folder, report }
}
