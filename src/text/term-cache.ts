import { LRUCache } from 'lru-cache'
import type { BilingualDictionary } from './dictionary/bilingual-dictionary.ts'
import { type Term, type Terms, termsOf } from './terms.ts'

/**
 * Terms that are remembered, of all texts together: those of a thousand long paragraphs. At some 70 bytes each they
 * take 35 MB at most, of the 128 MB that a Worker has.
 */
const REMEMBERED_TERMS = 2 ** 19
/** Longer texts are read anew: they would take the room of many. */
const LONGEST_REMEMBERED = 1000

/** Takes texts apart, and remembers the latest: the same sentences are read for most questions. */
export class TermReader {
  private readonly dictionary: BilingualDictionary
  private readonly known: LRUCache<string, Terms>

  /** @param capacity in terms */
  constructor(dictionary: BilingualDictionary, capacity = REMEMBERED_TERMS) {
    this.dictionary = dictionary
    // A text without a term takes room too.
    this.known = new LRUCache({ maxSize: capacity, sizeCalculation: ({ size }) => size + 1 })
  }

  /** @returns not to be changed */
  read(text: string): ReadonlyMap<string, Term> {
    const known = this.known.get(text)
    if (known !== undefined) return known
    const terms = termsOf(text, this.dictionary)
    if (text.length <= LONGEST_REMEMBERED) this.known.set(text, terms)
    return terms
  }
}

/** How many texts are remembered: those of one question, the turns before it, and how they are understood. */
const LATEST = 32
const latest = new WeakMap<BilingualDictionary, LRUCache<string, Terms>>()

/**
 * The terms of a question, which is taken apart once though it is searched for, embedded and compared with others.
 *
 * @returns not to be changed
 */
export function latestTermsOf(text: string, dictionary: BilingualDictionary): ReadonlyMap<string, Term> {
  let known = latest.get(dictionary)
  if (known === undefined) {
    known = new LRUCache({ max: LATEST })
    latest.set(dictionary, known)
  }
  let terms = known.get(text)
  if (terms === undefined) {
    terms = termsOf(text, dictionary)
    known.set(text, terms)
  }
  return terms
}
