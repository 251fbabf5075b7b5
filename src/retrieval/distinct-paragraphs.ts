import type { Library } from '../domain/library.ts'
import { wordsHashOf } from '../paragraph-id.ts'

/** A text that stands in so many places is navigation, a notice or a footer, where other texts stand in one. */
const BOILERPLATE_COPIES = 5

/**
 * The first of each run of equal texts: versions of a page say the same in the same words, and copies would crowd out
 * what else there is. What is repeated on page after page is left out, unless most of the corpus is, as where each version
 * of a documentation is kept.
 *
 * @param rows of paragraphs, best first
 */
export function distinctParagraphs(rows: readonly number[], library: Library): number[] {
  const hashes = hashesOf(library)
  const copies = new Map<number | string, number[]>()
  for (const row of rows) {
    const words = hashAt(row, library, hashes)
    const same = copies.get(words)
    if (same === undefined) copies.set(words, [row])
    else same.push(row)
  }
  const groups = [...copies.values()]
  const single = groups.filter(({ length }) => length === 1).length
  const isRepetitive = single < groups.length / 2
  return groups
    .filter(({ length }) => isRepetitive || length < BOILERPLATE_COPIES)
    .map(([first]) => first as number)
}

/** The hashes of the words of paragraphs as numbers, as far as they were asked for; NaN elsewhere. */
const knownHashes = new WeakMap<Library, Float64Array>()
/** So many digits are an integer that a number holds exactly. */
const HASH = /^[0-9a-f]{12}$/

function hashesOf(library: Library): Float64Array {
  const known = knownHashes.get(library) ?? new Float64Array(library.paragraphCount).fill(Number.NaN)
  knownHashes.set(library, known)
  return known
}

function hashAt(row: number, library: Library, known: Float64Array): number | string {
  const there = known[row] ?? Number.NaN
  if (!Number.isNaN(there)) return there
  const hash = wordsHashOf(library.paragraphAt(row).id)
  if (!HASH.test(hash)) return hash
  known[row] = Number.parseInt(hash, 16)
  return known[row]
}
