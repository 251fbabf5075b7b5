import type { Postings } from '../../index/lexical/postings/postings.ts'
import { TopRows } from '../../index/vectors/top-rows.ts'
import { itemAt } from '../../item-at.ts'
import { groupsOf, type QueryTerm, Saturation, saidAbove, type TermGroup } from './bm25.ts'
import { type OpenList, ScoreTable } from './score-table.ts'

/** The scores of a collection's rows. */
export interface RowScores {
  /** By row; 0 where it scores nothing. The next search of the same collection writes over them. */
  readonly scores: Float64Array
  /** Whether every row that has a term of the question has its score; else only some rows have one, mostly the best. */
  readonly isWhole: boolean
}

/**
 * So many entries of lists are read at most to find rows: a few milliseconds. In a large collection this leaves the
 * commonest terms out, of which nearly every row has one; for the best rows they are counted all the same.
 */
const MOST_READ = 2 ** 18
/** How many rows are scored where terms have to be counted afterwards. */
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

  /** @param accept where given, rows for which it is false may be left out */
  all(accept?: Accept): RowScores {
    // First those that say much of few rows.
    const groups = this.groups
      .filter(({ entries }) => entries > 0)
      .sort((a, b) => a.entries / a.worth - b.entries / b.worth)
    let read = 0
    const first = groups.findIndex(({ entries }, at) => {
      read += entries
      return at > 0 && read > this.mostRead
    })
    const scores = this.read(first < 0 ? groups : groups.slice(0, first))
    if (first >= 0) this.finish(scores, groups.slice(first), accept)
    return { scores, isWhole: first < 0 }
  }

  /**
   * The rows with the highest scores, best first.
   *
   * @param most how many are wanted
   */
  best(most: number): { readonly rows: Int32Array; readonly scores: Float64Array } {
    return bestOf(this.all().scores, most)
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
  private read(groups: readonly TermGroup[]): Float64Array {
    const table = ScoreTable.over(this.postings)
    const readers = groups.map((group) => ({ worth: group.worth, lists: this.listsOf(group) }))
    for (let start = 0; start < table.scores.length; start += table.windowSize) {
      for (const { worth, lists } of readers) table.add(start, worth, lists)
    }
    return table.scores
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

  /** Counts the other groups too, for the best rows; the others lose their score. */
  private finish(scores: Float64Array, groups: readonly TermGroup[], accept: Accept | undefined): void {
    const rows = bestOf(scores, MOST_UNFINISHED, accept).rows.sort()
    const added = this.scoresAmong(rows, groups)
    const whole = added.map((more, at) => more + itemAt(scores, itemAt(rows, at)))
    scores.fill(0)
    for (const [at, row] of rows.entries()) scores[row] = itemAt(whole, at)
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

/** @param accept where given, only rows for which it is true */
function bestOf(scores: Float64Array, most: number, accept?: Accept) {
  const top = new TopRows(Math.min(most, scores.length))
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number
    if (score > 0 && (accept === undefined || accept(row))) top.offer(row, score)
  }
  return top.takeBest()
}
