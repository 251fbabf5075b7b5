import { IndexError } from '../../errors.ts'
import type { IndexRecipe } from '../../index/build/recipe.ts'
import { incompatibility } from '../../index/format/manifest.ts'
import type { IndexFolder } from './index-folder.ts'
import { readCurrentGeneration, type StoredGeneration } from './read-generation.ts'

/** What stands in an index folder, and whether it can be served. */
export type IndexState =
  | { readonly serves: true; readonly generation: StoredGeneration; readonly outdated: boolean }
  | {
      readonly serves: false
      /** Why not: missing, damaged, incompatible or stale. */
      readonly fault: IndexError
      /** What can be read all the same, to take vectors from. */
      readonly generation: StoredGeneration | undefined
    }

/** The generation that an index folder points to, or why it cannot be read. */
export async function readStored(indexFolder: IndexFolder): Promise<StoredGeneration | IndexError> {
  try {
    return await readCurrentGeneration(indexFolder)
  } catch (fault) {
    if (fault instanceof IndexError) return fault
    throw fault
  }
}

/**
 * Compares what is stored with what the recipe would make of a corpus. A generation that a person has rolled back to
 * serves although it is outdated.
 */
export function stateOf(
  generation: StoredGeneration | IndexError,
  recipe: IndexRecipe,
  corpusHash: string,
): IndexState {
  if (generation instanceof IndexError) return { serves: false, fault: generation, generation: undefined }
  const other = incompatibility(generation.manifest, recipe)
  if (other) return { serves: false, fault: other, generation }
  const outdated = generation.manifest.corpus !== corpusHash
  if (outdated && !generation.pointer.pinned) {
    const fault = new IndexError('stale', 'The corpus has changed since the index was built')
    return { serves: false, fault, generation }
  }
  return { serves: true, generation, outdated }
}
