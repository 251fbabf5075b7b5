import type { PostingReader } from '../../index/lexical/postings/posting-reader.ts'
import type { Postings } from '../../index/lexical/postings/postings.ts'
import { Saturation, saidAbove } from './bm25.ts'

/** Rows that are scored at a time: their scores stay in the processor's cache meanwhile. */
const WINDOW = 2 ** 15

/** A list of rows that is being read, and how similar its term is to that of the question. */
export interface OpenList {
  readonly similarity: number
  readonly reader: PostingReader
  /** Whether it is of the headings' field. */
  readonly isHeading: boolean
}

/** Kept, because making one anew for every search costs more than most searches. */
const tables = new WeakMap<Postings, ScoreTable>()

/** A score for each row of a collection, added up window by window. */
export class ScoreTable {
  readonly windowSize: number
  /** By row; 0 where it holds no term. */
  readonly scores: Float64Array
  private readonly postings: Postings
  private readonly saturation: Saturation
  /** The best score of each row of the window in the group of terms that is being read. */
  private readonly best: Float64Array
  private readonly touched: Uint32Array
  private readonly rows: Uint32Array
  private readonly counts: Uint8Array

  /** The one over these postings, all zeros. What was in it before is gone. */
  static over(postings: Postings): ScoreTable {
    const table = tables.get(postings)
    if (table === undefined) {
      const made = new ScoreTable(postings)
      tables.set(postings, made)
      return made
    }
    table.scores.fill(0)
    return table
  }

  private constructor(postings: Postings) {
    const size = Math.min(WINDOW, postings.lengths.length)
    this.postings = postings
    this.windowSize = size
    this.saturation = new Saturation(postings.averageLength)
    this.scores = new Float64Array(postings.lengths.length)
    this.best = new Float64Array(size)
    this.touched = new Uint32Array(size)
    this.rows = new Uint32Array(size)
    this.counts = new Uint8Array(size)
  }

  /** Adds what a group is worth to each row of the window from `start` on that holds one of its terms. */
  add(start: number, worth: number, lists: readonly OpenList[]): void {
    const [only] = lists
    if (lists.length === 1 && only !== undefined && !only.isHeading)
      this.addOne(start, worth * only.similarity, only.reader)
    else this.addBest(start, worth, lists)
  }

  private addOne(start: number, worth: number, reader: PostingReader): void {
    const scores = this.scores
    const rows = this.rows
    const counts = this.counts
    const saturation = this.saturation
    const { lengths } = this.postings
    const read = reader.readUntil(start + this.windowSize, rows, counts)
    for (let at = 0; at < read; at++) {
      const row = rows[at] as number
      const said = saturation.of(counts[at] as number, lengths[row] as number)
      scores[row] = (scores[row] as number) + worth * said
    }
  }

  private addBest(start: number, worth: number, lists: readonly OpenList[]): void {
    const scores = this.scores
    const best = this.best
    const touched = this.touched
    const rows = this.rows
    const counts = this.counts
    const saturation = this.saturation
    const { lengths } = this.postings
    const end = start + this.windowSize
    let count = 0
    for (const { similarity, reader, isHeading } of lists) {
      const read = reader.row < end ? reader.readUntil(end, rows, counts) : 0
      for (let at = 0; at < read; at++) {
        const row = rows[at] as number
        const place = row - start
        const occurrences = counts[at] as number
        const said = isHeading ? saidAbove(occurrences) : saturation.of(occurrences, lengths[row] as number)
        const score = similarity * said
        const before = best[place] as number
        if (before === 0) touched[count++] = place
        if (score > before) best[place] = score
      }
    }
    for (let at = 0; at < count; at++) {
      const place = touched[at] as number
      scores[start + place] = (scores[start + place] as number) + worth * (best[place] as number)
      best[place] = 0
    }
  }
}
