import { IndexError } from '../errors.ts'
import { incompatibility, type RecipeFingerprints } from '../index/format/manifest.ts'
import { IndexFolder } from '../storage/index/index-folder.ts'
import { withLock } from '../storage/index/index-lock.ts'
import { readGeneration } from '../storage/index/read-generation.ts'

/**
 * Serves the generation before the one that is served, until the next `npm run index`.
 *
 * @returns its name
 * @param recipe of the version that shall serve it
 * @throws IndexError `missing` where there is none before, `damaged` where it cannot be read, `incompatible` where
 *   another recipe made it, `locked`, `unwritable`
 */
export async function rollbackIndex(indexDirectory: string, recipe: RecipeFingerprints): Promise<string> {
  const indexFolder = new IndexFolder(indexDirectory)
  return withLock(indexFolder.lockPath, { wait: false }, async () => {
    const generations = await indexFolder.generations()
    const served = await indexFolder.pointer()
    const before = generations[generations.indexOf(served?.folder ?? '') - 1]
    if (before === undefined) {
      throw new IndexError('missing', `${indexDirectory} has no generation before the one that is served`)
    }
    const pointer = await indexFolder.pointerTo(before, { pinned: true })
    const { manifest } = await readGeneration(indexFolder, pointer)
    const fault = incompatibility(manifest, recipe)
    if (fault) throw fault
    await indexFolder.pointTo(pointer)
    return manifest.generation
  })
}
