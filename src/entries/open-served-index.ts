import type { OpenIndex } from '../index/open.ts'
import { builtinRecipe } from '../storage/builtin-recipe.ts'
import { ensureIndex } from '../storage/ensure-index.ts'
import { buildDisplay } from './build-display.ts'
import type { Configuration } from './configuration.ts'

export interface ServedIndex {
  readonly index: OpenIndex
  /** Folder of the generation, see {@link ServedIndex.index}. */
  readonly folder: string
}

/**
 * Opens the index that the configuration names, built first if it has to be; standard error tells people what is done,
 * why, and which files of the corpus were left out.
 *
 * @throws IndexError or CorpusError where there is nothing to serve
 */
export async function openServedIndex({ CORPUS_DIR, INDEX_DIR }: Configuration): Promise<ServedIndex> {
  const display = buildDisplay(process.stderr)
  try {
    const { index, folder, report } = await ensureIndex({
      corpusDirectory: CORPUS_DIR,
      indexDirectory: INDEX_DIR,
      recipe: builtinRecipe,
      onProgress: display.onProgress,
      onNotice: display.onNotice,
    })
    for (const { message } of report.problems) display.onNotice(message)
    return { index, folder }
  } finally {
    display.end()
  }
}
