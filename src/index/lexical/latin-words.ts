/** A term and how it is written. */
export interface WrittenTerm {
  readonly term: number
  readonly key: string
}

/**
 * The words in Latin letters of a term dictionary by their lengths, each with the set of its letters in 32 bits: of hundreds
 * of thousands the few that a word may be a misspelling of are found without looking at the others' letters.
 */
export class LatinWords {
  /** Ascending by length. */
  private readonly terms: Uint32Array
  private readonly letters: Uint32Array
  /** Where the words of each length begin. */
  private readonly starts: Uint32Array

  constructor(words: readonly WrittenTerm[]) {
    const longest = words.reduce((most, { key }) => Math.max(most, key.length), 0)
    this.starts = new Uint32Array(longest + 2)
    for (const { key } of words) this.starts[key.length + 1] = (this.starts[key.length + 1] as number) + 1
    for (let length = 1; length < this.starts.length; length++)
      this.starts[length] = (this.starts[length] as number) + (this.starts[length - 1] as number)
    const next = this.starts.slice()
    this.terms = new Uint32Array(words.length)
    this.letters = new Uint32Array(words.length)
    for (const { term, key } of words) {
      const at = next[key.length] as number
      this.terms[at] = term
      this.letters[at] = lettersOf(key)
      next[key.length] = at + 1
    }
  }

  /**
   * The words of a length that may lie within so many edits of another; which of them do is for the caller to see. An
   * edit takes at most one letter out of a word's set and puts one in.
   */
  *like(key: string, length: number, mostEdits: number): Generator<number> {
    const letters = lettersOf(key)
    if (length + 1 >= this.starts.length) return
    const end = this.starts[length + 1] as number
    for (let at = this.starts[length] as number; at < end; at++) {
      if (bitsOf((this.letters[at] as number) ^ letters) <= 2 * mostEdits) yield this.terms[at] as number
    }
  }
}

/** Which letters stand in a word; some share a bit. */
function lettersOf(key: string): number {
  let letters = 0
  for (let at = 0; at < key.length; at++) letters |= 1 << (key.charCodeAt(at) & 31)
  return letters >>> 0
}

/** How many bits are set (Hacker's Delight, 5-1). */
function bitsOf(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
