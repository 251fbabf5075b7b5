import { buildDisplay } from '../cli/build-display.ts'
import { describeEstimate } from '../cli/describe-estimate.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { OpenIndex } from '../index/open.ts'
import { ensureIndex } from '../indexing/ensure-index.ts'
import type { StoredGeneration } from '../storage/index/read-generation.ts'
import { type Embedder, openEmbedder } from './embedder.ts'

export interface ServedIndex {
  readonly index: OpenIndex
  /** The generation that it was read from. */
  readonly stored: StoredGeneration
  /** Folder of the snapshot, see {@link ServedIndex.index}. */
  readonly folder: string
  /** What it was built with, and questions are to be embedded with. */
  readonly embedder: Embedder
}

/**
 * Opens the index that the configuration names, built first if it has to be; standard error tells people what is done,
 * why, and which files of the corpus were left out.
 *
 * @throws IndexError or CorpusError where there is nothing to serve
 */
export async function openServedIndex(configuration: Configuration): Promise<ServedIndex> {
  const display = buildDisplay(process.stderr)
  const embedder = await openEmbedder(configuration)
  try {
    const { index, stored, folder, report } = await ensureIndex({
      corpusDirectory: configuration.CORPUS_DIR,
      indexDirectory: configuration.INDEX_DIR,
      recipe: embedder.recipe,
      onEstimate: (estimate) => display.onNotice(describeEstimate(estimate, configuration)),
      onProgress: display.onProgress,
      onNotice: display.onNotice,
    })
    for (const { message } of [...report.problems, ...report.notes]) display.onNotice(message)
    return { index, stored, folder, embedder }
  } finally {
    display.end()
  }
}
