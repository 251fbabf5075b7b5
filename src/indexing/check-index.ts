import { IndexError } from '../errors.ts'
import type { IndexRecipe } from '../index/build/recipe.ts'
import { readCorpusFolder } from '../storage/corpus/corpus-folder.ts'
import { IndexFolder } from '../storage/index/index-folder.ts'
import { readStored, stateOf } from '../storage/index/index-state.ts'

export interface CheckOptions {
  readonly corpusDirectory: string
  readonly indexDirectory: string
  readonly recipe: IndexRecipe
  readonly strict?: boolean | undefined
}

/**
 * Whether an index is whole and holds what the corpus says now. Writes nothing.
 *
 * @returns why not; nothing where it is
 * @throws CorpusError where the corpus cannot be read
 */
export async function checkIndex(options: CheckOptions): Promise<IndexError | undefined> {
  const stored = await readStored(new IndexFolder(options.indexDirectory))
  const { hash } = await readCorpusFolder(options.corpusDirectory, {
    strict: options.strict ?? false,
    before: stored instanceof IndexError ? undefined : stored.index.known,
  })
  const state = stateOf(stored, options.recipe, hash)
  if (!state.serves) return state.fault
  if (!state.outdated) {
    const { graphFault } = state.generation.vectorIndex
    return graphFault?.fault === 'damaged' ? graphFault : undefined
  }
  return new IndexError('stale', 'The index was rolled back; the corpus has changed since')
}
