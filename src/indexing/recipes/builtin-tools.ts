import { ClaimChecker } from '../../claims/check-claim.ts'
import { BuiltinEmbeddings } from '../../embeddings/builtin.ts'
import { toPassages } from '../../index/build/passages.ts'
import type { IndexTools } from '../../index/build/recipe.ts'
import { buildLexicalIndex } from '../../index/lexical/build-lexical-index.ts'
import { decodeLexicalIndex, encodeLexicalIndex } from '../../index/lexical/lexical-index.ts'
import type { OpenIndex } from '../../index/open.ts'
import { loadDictionary } from '../load-dictionary.ts'

/**
 * What the built-in recipe works with.
 *
 * @param previous an index of the same analysis: its dictionary (reading it takes a hundredth of the time that compiling
 *   it takes) and the lexical index of what has not changed are taken from there
 */
export async function builtinTools(previous: OpenIndex | undefined): Promise<IndexTools> {
  const usable = previous && {
    lexicalIndex: decodeLexicalIndex(previous.lexicalIndex),
    passages: previous.passages,
  }
  const dictionary = usable?.lexicalIndex.dictionary ?? (await loadDictionary())
  return {
    embeddings: new BuiltinEmbeddings(dictionary),
    claims: new ClaimChecker(dictionary),
    toPassages,
    toLexicalIndex: (passages, corpus, rows, signal) => {
      const options = { previous: usable && { ...usable, rows }, signal }
      return encodeLexicalIndex(buildLexicalIndex(passages, corpus, dictionary, options))
    },
  }
}
