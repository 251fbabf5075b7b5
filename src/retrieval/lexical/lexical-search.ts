import type { PostingReader } from '../../index/lexical/postings/posting-reader.ts'
import type { Postings } from '../../index/lexical/postings/postings.ts'
import { TopRows } from '../../index/vectors/top-rows.ts'
import { itemAt } from '../../item-at.ts'
import { groupsOf, type QueryTerm, Saturation, saidAbove, type TermGroup } from './bm25.ts'

/** Rows and their scores, best first. */
export interface ScoredRows {
  readonly rows: ArrayLike<number>
  readonly scores: ArrayLike<number>
  /** Whether these are all rows that have a term of the question. */
  readonly isWhole: boolean
  /** Whether no other row scores more than these. */
  readonly areBest: boolean
}

/**
 * So many entries of lists are read at most to find rows: ten to twenty milliseconds. In a large collection this leaves the
 * commonest terms out, of which nearly every row has one; for the best rows they are counted all the same.
 */
const MOST_READ = 2_000_000
/** How many rows are given where every term was read. */
const MOST_ROWS = 1024
/** How many rows are given where terms have to be counted afterwards. */
const MOST_UNFINISHED = 256
/** Rows that are scored at a time: their scores stay in the processor's cache. */
const WINDOW = 2 ** 15

/** Whether a row may be found. */
type Accept = (row: number) => boolean

/** Finds the rows of one collection that have the terms of a question. Nothing but room is kept between two questions. */
export class LexicalSearch {
  /** Sum over the terms of weight × rarity: what a row would score that holds each term of the question once. */
  readonly ideal: number
  private readonly postings: Postings
  private readonly headings: Postings | undefined
  private readonly groups: readonly TermGroup[]
  private readonly mostRead: number

  /** @param headings a field of the same rows, whose terms count for less, see {@link saidAbove} */
  constructor(
    query: readonly QueryTerm[],
    postings: Postings,
    { headings, mostRead = MOST_READ }: { headings?: Postings; mostRead?: number } = {},
  ) {
    this.postings = postings
    this.headings = headings
    this.groups = groupsOf(query, postings, headings)
    this.ideal = this.groups.reduce((sum, { worth }) => sum + worth, 0)
    this.mostRead = mostRead
  }

  /**
   * The rows with the highest scores.
   *
   * @param accept where given, only rows for which it is true are found
   * @param most how many are wanted
   */
  best({ accept, most = MOST_ROWS }: { accept?: Accept | undefined; most?: number } = {}): ScoredRows {
    const found = this.groups.filter(({ entries }) => entries > 0)
    if (found.length === 0) return { rows: [], scores: [], isWhole: true, areBest: true }
    // First those that say much of few rows.
    const groups = found.sort((a, b) => a.entries / a.worth - b.entries / b.worth)
    let read = 0
    const first = groups.findIndex(({ entries }, at) => {
      read += entries
      return at > 0 && read > this.mostRead
    })
    if (first < 0) return this.read(groups, most, accept)
    return this.finish(this.read(groups.slice(0, first), MOST_UNFINISHED, accept), groups.slice(first))
  }

  /**
   * The scores of some rows.
   *
   * @param rows ascending, each once
   */
  scoresOf(rows: ArrayLike<number>): Float64Array {
    return this.scoresAmong(rows, this.groups)
  }

  /** Reads the lists of the groups window by window. */
  private read(groups: readonly TermGroup[], k: number, accept?: Accept): ScoredRows {
    const rowCount = this.postings.lengths.length
    const top = new TopRows(Math.min(k, rowCount))
    const window = Window.over(this.postings)
    const readers = groups.map((group) => ({ worth: group.worth, lists: this.listsOf(group) }))
    let met = 0
    for (let start = 0; start < rowCount; start += window.size) {
      for (const { worth, lists } of readers) window.add(start, worth, lists)
      met += window.offerTo(top, start, accept)
    }
    return { ...top.takeBest(), isWhole: met <= k, areBest: true }
  }

  private listsOf({ expansions, above }: TermGroup): OpenList[] {
    const { postings, headings } = this
    const inText = expansions.map(({ term, similarity }) => ({
      similarity,
      reader: postings.reader(term),
      isHeading: false,
    }))
    if (headings === undefined) return inText
    const inHeadings = above.map(({ term, similarity }) => ({
      similarity,
      reader: headings.reader(term),
      isHeading: true,
    }))
    return [...inText, ...inHeadings]
  }

  /** Counts the other groups too, and puts the rows in order again. */
  private finish(found: ScoredRows, groups: readonly TermGroup[]): ScoredRows {
    const order = Array.from(found.rows, (row, at) => ({ row, score: itemAt(found.scores, at) })).sort(
      (a, b) => a.row - b.row,
    )
    const rows = order.map(({ row }) => row)
    const added = this.scoresAmong(rows, groups)
    const top = new TopRows(rows.length)
    for (const [at, { row, score }] of order.entries()) top.offer(row, score + itemAt(added, at))
    return { ...top.takeBest(), isWhole: false, areBest: false }
  }

  private scoresAmong(rows: ArrayLike<number>, groups: readonly TermGroup[]): Float64Array {
    const { lengths } = this.postings
    const saturation = new Saturation(this.postings.averageLength)
    const scores = new Float64Array(rows.length)
    const best = new Float64Array(rows.length)
    for (const group of groups) {
      const { worth } = group
      best.fill(0)
      for (const { similarity, reader, isHeading } of this.listsOf(group)) {
        for (let at = 0; at < rows.length && !reader.ended; at++) {
          const row = rows[at] as number
          reader.skipTo(row)
          if (reader.row !== row) continue
          const said = isHeading
            ? saidAbove(reader.count)
            : saturation.of(reader.count, lengths[row] as number)
          const score = similarity * said
          if (score > (best[at] as number)) best[at] = score
        }
      }
      for (let at = 0; at < rows.length; at++)
        scores[at] = (scores[at] as number) + worth * (best[at] as number)
    }
    return scores
  }
}

interface OpenList {
  readonly similarity: number
  readonly reader: PostingReader
  /** Whether it is of the headings' field. */
  readonly isHeading: boolean
}

/** Kept, because making one anew for every search costs more than most searches. */
const windows = new WeakMap<Postings, Window>()

/** The scores of rows that follow each other. */
class Window {
  readonly size: number
  private readonly postings: Postings
  private readonly saturation: Saturation
  private readonly scores: Float64Array
  /** The best score of each row in the group of terms that is being read. */
  private readonly best: Float64Array
  private readonly touched: Uint32Array
  private readonly rows: Uint32Array
  private readonly counts: Uint8Array

  /** The one over these postings. It is empty again after each use, and nothing else runs meanwhile. */
  static over(postings: Postings): Window {
    const window = windows.get(postings) ?? new Window(postings)
    windows.set(postings, window)
    return window
  }

  private constructor(postings: Postings) {
    const size = Math.min(WINDOW, postings.lengths.length)
    this.postings = postings
    this.size = size
    this.saturation = new Saturation(postings.averageLength)
    this.scores = new Float64Array(size)
    this.best = new Float64Array(size)
    this.touched = new Uint32Array(size)
    this.rows = new Uint32Array(size)
    this.counts = new Uint8Array(size)
  }

  /** Adds what a group is worth to each row from `start` on that holds one of its terms. */
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
    const read = reader.readUntil(start + this.size, rows, counts)
    for (let at = 0; at < read; at++) {
      const row = rows[at] as number
      const place = row - start
      scores[place] =
        (scores[place] as number) + worth * saturation.of(counts[at] as number, lengths[row] as number)
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
    const end = start + this.size
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
      scores[place] = (scores[place] as number) + worth * (best[place] as number)
      best[place] = 0
    }
  }

  /** Gives the scores away and begins anew. @returns how many accepted rows have one */
  offerTo(top: TopRows, start: number, accept?: Accept): number {
    const scores = this.scores
    let met = 0
    for (let place = 0; place < scores.length; place++) {
      const score = scores[place] as number
      if (score === 0 || (accept !== undefined && !accept(start + place))) continue
      top.offer(start + place, score)
      met++
    }
    scores.fill(0)
    return met
  }
}
