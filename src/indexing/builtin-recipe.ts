import { BuiltinEmbeddings, builtinFingerprint } from '../embeddings/builtin.ts'
import { toPassages } from '../index/build/passages.ts'
import type { IndexRecipe } from '../index/build/recipe.ts'
import { buildLexicalIndex } from '../index/lexical/build-lexical-index.ts'
import { ANALYSIS, decodeLexicalIndex, encodeLexicalIndex } from '../index/lexical/lexical-index.ts'
import type { OpenIndex } from '../index/open.ts'
import { dictionaryVersion, loadDictionary } from './load-dictionary.ts'

/** How an index is made without a key, a download or a network. */
export const builtinRecipe: IndexRecipe = {
  get embedder() {
    return builtinFingerprint(dictionaryVersion())
  },
  // The lexical index is made with the dictionary, whatever makes the vectors.
  get analysis() {
    return `${ANALYSIS} ${dictionaryVersion()}`
  },
  async prepare(previous) {
    const usable = previous && usablePart(previous)
    const dictionary = usable?.lexicalIndex.dictionary ?? (await loadDictionary())
    return {
      embeddings: new BuiltinEmbeddings(dictionary),
      toPassages,
      toLexicalIndex: (passages, corpus, rows, signal) => {
        const options = { previous: usable && { ...usable, rows }, signal }
        return encodeLexicalIndex(buildLexicalIndex(passages, corpus, dictionary, options))
      },
    }
  },
}

/**
 * What of an earlier index need not be made again: its dictionary (reading it takes a hundredth of the time that
 * compiling it takes) and the lexical index that was made with it.
 */
function usablePart({ header, lexicalIndex: sections, passages }: OpenIndex) {
  return header.analysis === builtinRecipe.analysis
    ? { lexicalIndex: decodeLexicalIndex(sections), passages }
    : undefined
}
