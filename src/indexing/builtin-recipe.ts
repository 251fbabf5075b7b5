import { BuiltinEmbeddings, builtinFingerprint } from '../embeddings/builtin.ts'
import { toPassages } from '../index/build/passages.ts'
import type { IndexRecipe } from '../index/build/recipe.ts'
import { buildLexicon } from '../index/lexical/build-lexicon.ts'
import { ANALYSIS, decodeLexicon, encodeLexicon } from '../index/lexical/lexicon.ts'
import type { OpenIndex } from '../index/open.ts'
import { dictionaryVersion, loadDictionary } from './load-dictionary.ts'

/** How an index is made without a key, a download or a network. */
export const builtinRecipe: IndexRecipe = {
  get embedder() {
    return builtinFingerprint(dictionaryVersion())
  },
  // The lexicon is made with the dictionary, whatever makes the vectors.
  get analysis() {
    return `${ANALYSIS} ${dictionaryVersion()}`
  },
  async prepare(previous) {
    const usable = previous && usablePart(previous)
    const dictionary = usable?.lexicon.dictionary ?? (await loadDictionary())
    return {
      embeddings: new BuiltinEmbeddings(dictionary),
      toPassages,
      toLexicon: (passages, corpus, rows, signal) => {
        const options = { previous: usable && { ...usable, rows }, signal }
        return encodeLexicon(buildLexicon(passages, corpus, dictionary, options))
      },
    }
  },
}

/**
 * What of an earlier index need not be made again: its dictionary (reading it takes a hundredth of the time that
 * compiling it takes) and the lexicon that was made with it.
 */
function usablePart({ header, lexicon: sections, passages }: OpenIndex) {
  return header.analysis === builtinRecipe.analysis
    ? { lexicon: decodeLexicon(sections), passages }
    : undefined
}
