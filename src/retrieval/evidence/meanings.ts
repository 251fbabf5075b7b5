import type { Expansion } from '../lexical/expand-term.ts'

/** Chains that the terms are spread over; a power of two. Most terms of a text find an empty one. */
const CHAINS = 2 ** 12
const NOTHING = -1

/** What the terms of the corpus say of those of a question, by number. */
export class Meanings {
  /** The first entry of each chain. */
  private readonly first = new Int32Array(CHAINS).fill(NOTHING)
  private readonly next: Int32Array
  private readonly numbers: Uint32Array
  private readonly places: Uint16Array
  private readonly similarities: Float64Array
  /** What each entry says in all: its similarity × what the question's term is worth. */
  private readonly worths: Float64Array

  constructor(terms: readonly { readonly worth: number; readonly expansions: readonly Expansion[] }[]) {
    let size = 0
    for (const { expansions } of terms) size += expansions.length
    this.next = new Int32Array(size)
    this.numbers = new Uint32Array(size)
    this.places = new Uint16Array(size)
    this.similarities = new Float64Array(size)
    this.worths = new Float64Array(size)
    let entry = 0
    for (let place = 0; place < terms.length; place++) {
      const { worth, expansions } = terms[place] as (typeof terms)[number]
      for (const { term, similarity } of expansions) {
        const chain = term & (CHAINS - 1)
        this.numbers[entry] = term
        this.places[entry] = place
        this.similarities[entry] = similarity
        this.worths[entry] = similarity * worth
        this.next[entry] = this.first[chain] as number
        this.first[chain] = entry++
      }
    }
  }

  /** How nearly a term of the corpus says one of the question's, 0–1. */
  similarityOf(number: number): number {
    let similarity = 0
    for (let entry = this.first[number & (CHAINS - 1)] as number; entry >= 0; ) {
      if (this.numbers[entry] === number && (this.similarities[entry] as number) > similarity)
        similarity = this.similarities[entry] as number
      entry = this.next[entry] as number
    }
    return similarity
  }

  /**
   * Adds what some terms of the corpus say.
   *
   * @param said by the terms of the question, what is said of their worth; only ever made more
   */
  addTo(said: Float64Array, numbers: Uint32Array, start: number, end: number): void {
    const { first, next, places, worths } = this
    for (let at = start; at < end; at++) {
      const number = numbers[at] as number
      for (let entry = first[number & (CHAINS - 1)] as number; entry >= 0; ) {
        if (this.numbers[entry] === number) {
          const place = places[entry] as number
          const worth = worths[entry] as number
          if (worth > (said[place] as number)) said[place] = worth
        }
        entry = next[entry] as number
      }
    }
  }
}
