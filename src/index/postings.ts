import { type Sections, section } from './container.ts'

/** A term of a row and how often it stands there. */
export interface Occurrence {
  readonly term: number
  readonly count: number
}

/** A count is kept in a byte: beyond this a term's weight hardly grows any more. */
const MOST_OCCURRENCES = 255

/**
 * Which rows hold a term, and how often: compressed sparse rows over the terms. Rows that hold nothing are not part of
 * the collection and do not count as documents.
 */
export class Postings {
  /** terms + 1 positions in `rows` and `counts`. */
  readonly offsets: Uint32Array
  readonly rows: Uint32Array
  readonly counts: Uint8Array
  /** Length of each row in words; 0 where a row is not part of the collection. */
  readonly lengths: Uint16Array
  readonly documentCount: number
  readonly averageLength: number

  constructor(offsets: Uint32Array, rows: Uint32Array, counts: Uint8Array, lengths: Uint16Array) {
    this.offsets = offsets
    this.rows = rows
    this.counts = counts
    this.lengths = lengths
    let documents = 0
    let total = 0
    for (const length of lengths) {
      if (length > 0) documents++
      total += length
    }
    this.documentCount = documents
    this.averageLength = documents === 0 ? 1 : total / documents
  }

  /**
   * @param occurrences by row
   * @param lengths of the rows, in words; at least 1 for a row that is part of the collection
   */
  static of(
    termCount: number,
    occurrences: readonly (readonly Occurrence[])[],
    lengths: readonly number[],
  ): Postings {
    const offsets = new Uint32Array(termCount + 1)
    for (const row of occurrences)
      for (const { term } of row) offsets[term + 1] = (offsets[term + 1] ?? 0) + 1
    for (let term = 0; term < termCount; term++)
      offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0)
    const next = offsets.slice()
    const size = offsets[termCount] ?? 0
    const rows = new Uint32Array(size)
    const counts = new Uint8Array(size)
    for (const [row, terms] of occurrences.entries()) {
      for (const { term, count } of terms) {
        const at = next[term] ?? 0
        rows[at] = row
        counts[at] = Math.min(MOST_OCCURRENCES, count)
        next[term] = at + 1
      }
    }
    return new Postings(
      offsets,
      rows,
      counts,
      Uint16Array.from(lengths, (length) => Math.min(length, 0xffff)),
    )
  }

  /** @throws IndexError `damaged` where the sections hold no postings */
  static fromSections(sections: Sections): Postings {
    return new Postings(
      section(sections, 'offsets', Uint32Array),
      section(sections, 'rows', Uint32Array),
      section(sections, 'counts', Uint8Array),
      section(sections, 'lengths', Uint16Array),
    )
  }

  toSections(): Sections {
    return { offsets: this.offsets, rows: this.rows, counts: this.counts, lengths: this.lengths }
  }

  /** How many rows hold the term. */
  documentFrequency(term: number): number {
    return (this.offsets[term + 1] ?? 0) - (this.offsets[term] ?? 0)
  }
}
