import type { FingerprintedEmbeddings } from '../../embeddings/fingerprinted-embeddings.ts'
import type { IndexRecipe } from '../../index/build/recipe.ts'
import { builtinRecipe } from './builtin-recipe.ts'

/**
 * The built-in recipe with other vectors.
 *
 * @param open embeddings of this fingerprint that end what they have under way with the signal
 */
export function recipeWithEmbeddings(
  fingerprint: string,
  open: (signal?: AbortSignal) => FingerprintedEmbeddings,
): IndexRecipe {
  return {
    ...builtinRecipe,
    embedder: fingerprint,
    prepare: async (previous, signal) => ({
      ...(await builtinRecipe.prepare(previous)),
      embeddings: open(signal),
    }),
  }
}
