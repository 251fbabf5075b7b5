import { BuiltinEmbeddings, builtinFingerprint } from '../embeddings/builtin.ts'
import { ANALYSIS, buildLexicon, encodeLexicon } from '../index/lexicon.ts'
import { toPassages } from '../index/passages.ts'
import type { IndexRecipe } from '../index/recipe.ts'
import { DICTIONARY_VERSION, loadCedict } from './cc-cedict.ts'

/** How an index is made without a key, a download or a network. */
export const builtinRecipe: IndexRecipe = {
  embedder: builtinFingerprint(DICTIONARY_VERSION),
  analysis: ANALYSIS,
  async prepare() {
    const dictionary = await loadCedict()
    return {
      embeddings: new BuiltinEmbeddings(dictionary),
      toPassages,
      toLexicon: (passages, corpus, signal) =>
        encodeLexicon(buildLexicon(passages, corpus, dictionary, signal)),
    }
  },
}
