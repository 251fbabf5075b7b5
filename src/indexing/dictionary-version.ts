import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Raise it when what is compiled from the same sources changes. */
const COMPILER = 5

/** CC-CEDICT as lines of text, see data/dictionary/README.md. */
export const CEDICT_FILE = new URL('../../data/dictionary/cc-cedict.tsv.gz', import.meta.url)
export const THESAURUS_FILE = new URL('../../data/thesaurus/thesaurus.txt', import.meta.url)

/** SHA-256 of {@link CEDICT_FILE}, so that everybody builds the same index. `npm run vendor-dictionary` prints it. */
export const CEDICT_SUM = '2855b2b953a1663915c33eab059897a81be5f2b8b3cee9645ecd1ac653d05466'

let installed: string | undefined

/**
 * Names the dictionary that an index is made with, without compiling it: what compiles it, and its sources. Reads the
 * thesaurus, which people edit, once a process; CC-CEDICT is known by its sum.
 */
export function dictionaryVersion(): string {
  installed ??= versionOf(CEDICT_SUM, readFileSync(THESAURUS_FILE))
  return installed
}

/** The version of a dictionary that is compiled from CC-CEDICT data of this sum and from this thesaurus. */
export function versionOf(cedictSum: string, thesaurus: Uint8Array): string {
  const sum = createHash('sha256').update(cedictSum).update(thesaurus).digest('hex')
  return `cc-cedict/${COMPILER} ${sum.slice(0, 12)}`
}
