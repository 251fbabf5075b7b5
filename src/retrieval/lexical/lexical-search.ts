import type { Postings } from '../../index/lexical/postings/postings.ts'
import { TopRows } from '../../index/vectors/top-rows.ts'
import { itemAt } from '../../item-at.ts'
import { groupsOf, type QueryTerm, Saturation, saidAbove, type TermGroup } from './bm25.ts'
import { type OpenList, ScoreWindow } from './score-window.ts'

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
    const window = ScoreWindow.over(this.postings)
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
