import { IndexError } from '../errors.ts'
import type { IndexRecipe } from '../index/recipe.ts'
import { readCorpusFolder } from './corpus-folder.ts'
import { IndexFolder } from './index-folder.ts'
import { readStored, stateOf } from './index-state.ts'

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
  const { hash } = await readCorpusFolder(options.corpusDirectory, { strict: options.strict ?? false })
  const stored = await readStored(new IndexFolder(options.indexDirectory))
  const state = stateOf(stored, options.recipe, hash)
  if (!state.serves) return state.fault
  if (!state.outdated) return undefined
  return new IndexError('stale', 'The index was rolled back; the corpus has changed since')
}
