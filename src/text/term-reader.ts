import { LRUCache } from 'lru-cache'
import type { Dictionary } from './dictionary.ts'
import { type Term, type Terms, termsOf } from './terms.ts'

/** Texts whose terms are remembered: the sentences of a few hundred paragraphs, at some kilobytes each. */
const REMEMBERED_TEXTS = 4096
/** Longer texts are read anew: they would take the room of many. */
const LONGEST_REMEMBERED = 1000

/** Takes texts apart, and remembers the latest: the same sentences are read for most questions. */
export class TermReader {
  private readonly dictionary: Dictionary
  private readonly known = new LRUCache<string, Terms>({ max: REMEMBERED_TEXTS })

  constructor(dictionary: Dictionary) {
    this.dictionary = dictionary
  }

  /** @returns not to be changed */
  read(text: string): ReadonlyMap<string, Readonly<Term>> {
    const known = this.known.get(text)
    if (known !== undefined) return known
    const terms = termsOf(text, this.dictionary)
    if (text.length <= LONGEST_REMEMBERED) this.known.set(text, terms)
    return terms
  }
}
