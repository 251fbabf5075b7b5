import { GATE } from '../../claims/gate-version.ts'
import { builtinFingerprint } from '../../embeddings/builtin.ts'
import type { IndexRecipe } from '../../index/build/recipe.ts'
import { ANALYSIS } from '../../index/lexical/lexical-index.ts'
import { dictionaryVersion } from '../dictionary-version.ts'

/** How an index is made without a key, a download or a network. */
export const builtinRecipe: IndexRecipe = {
  get embedder() {
    return builtinFingerprint(dictionaryVersion())
  },
  // The lexical index is made with the dictionary, whatever makes the vectors.
  get analysis() {
    return `${ANALYSIS} ${GATE} ${dictionaryVersion()}`
  },
  async prepare(previous) {
    // Needed only where something is built.
    const { builtinTools } = await import('./builtin-tools.ts')
    return builtinTools(previous?.header.analysis === builtinRecipe.analysis ? previous : undefined)
  },
}
