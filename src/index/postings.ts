import { type Sections, section } from './container.ts'
import { TermRows } from './term-rows.ts'

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
  static of(termCount: number, occurrences: TermRows, lengths: Uint16Array): Postings {
    const offsets = new Uint32Array(termCount + 1)
    const { terms, counts: rowCounts } = occurrences
    for (const term of terms) offsets[term + 1] = (offsets[term + 1] ?? 0) + 1
    for (let term = 0; term < termCount; term++)
      offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0)
    const next = offsets.slice()
    const rows = new Uint32Array(terms.length)
    const counts = new Uint8Array(terms.length)
    for (let row = 0; row < occurrences.rowCount; row++) {
      const end = occurrences.startOf(row + 1)
      for (let from = occurrences.startOf(row); from < end; from++) {
        const term = terms[from] ?? 0
        const at = next[term] ?? 0
        rows[at] = row
        counts[at] = Math.min(MOST_OCCURRENCES, rowCounts[from] ?? 0)
        next[term] = at + 1
      }
    }
    return new Postings(offsets, rows, counts, lengths)
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

  /** Whether a row holds the term. */
  has(term: number, row: number): boolean {
    let low = this.offsets[term] ?? 0
    let high = (this.offsets[term + 1] ?? 0) - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const there = this.rows[middle] ?? 0
      if (there === row) return true
      if (there < row) low = middle + 1
      else high = middle - 1
    }
    return false
  }

  /** The same occurrences by row: undoes {@link of}. */
  toTermRows(): TermRows {
    const rowCount = this.lengths.length
    const ends = new Uint32Array(rowCount)
    for (const row of this.rows) ends[row] = (ends[row] ?? 0) + 1
    for (let row = 1; row < rowCount; row++) ends[row] = (ends[row] ?? 0) + (ends[row - 1] ?? 0)
    const next = new Uint32Array(rowCount)
    if (rowCount > 0) next.set(ends.subarray(0, rowCount - 1), 1)
    const terms = new Uint32Array(this.rows.length)
    const counts = new Uint32Array(this.rows.length)
    for (let term = 0; term + 1 < this.offsets.length; term++) {
      const end = this.offsets[term + 1] ?? 0
      for (let at = this.offsets[term] ?? 0; at < end; at++) {
        const row = this.rows[at] ?? 0
        const place = next[row] ?? 0
        terms[place] = term
        counts[place] = this.counts[at] ?? 0
        next[row] = place + 1
      }
    }
    return TermRows.of(ends, terms, counts)
  }

  /** How many rows hold the term. */
  documentFrequency(term: number): number {
    return (this.offsets[term + 1] ?? 0) - (this.offsets[term] ?? 0)
  }
}
