import { IndexError } from '../../../errors.ts'
import { type Sections, section } from '../../format/container.ts'

/** A graph is made anew when more than this share of its labels belongs to vectors that are no longer there. */
const MOST_REMOVED = 0.25

/** What an edit does to a graph. */
export interface GraphEdit {
  /** The labels after it. */
  readonly labels: GraphLabels
  /** Labels whose vectors are no longer there. */
  readonly removed: readonly number[]
  /** Rows that get a new label. */
  readonly added: readonly number[]
}

/**
 * Names the rows of the vectors to a graph. An edit moves rows; a label stays with its vector, so that the graph only
 * has to learn what is new.
 */
export class GraphLabels {
  /** Label of each row. */
  readonly ofRows: Uint32Array
  /** Labels that were ever given: 0 up to this one. */
  readonly given: number

  private constructor(ofRows: Uint32Array, given: number) {
    this.ofRows = ofRows
    this.given = given
  }

  /** Each row is its own label. */
  static ofNew(count: number): GraphLabels {
    return new GraphLabels(
      Uint32Array.from({ length: count }, (_, row) => row),
      count,
    )
  }

  /** @throws IndexError `damaged` where the sections hold no labels of so many rows */
  static fromSections(sections: Sections, count: number): GraphLabels {
    const ofRows = section(sections, 'labels', Uint32Array)
    const given = section(sections, 'given', Uint32Array)[0] ?? 0
    if (ofRows.length !== count || ofRows.some((label) => label >= given) || new Set(ofRows).size !== count)
      throw new IndexError('damaged', 'The labels of the graph do not fit the vectors of the index')
    return new GraphLabels(ofRows, given)
  }

  toSections(): Sections {
    return { labels: this.ofRows, given: Uint32Array.of(this.given) }
  }

  /** The row of each label, or −1 where its vector is no longer there. */
  rows(): Int32Array {
    const rows = new Int32Array(this.given).fill(-1)
    for (const [row, label] of this.ofRows.entries()) rows[label] = row
    return rows
  }

  /**
   * What has to be done to a graph so that it holds the vectors of another build.
   *
   * @param rowsBefore for each row of that build the row here with the same vector, or −1. Where several have the same,
   *   the first keeps its label
   * @returns nothing where so much is gone that making a graph anew is better
   */
  editFor(rowsBefore: Int32Array): GraphEdit | undefined {
    const free = new Uint8Array(this.ofRows.length).fill(1)
    const added: number[] = []
    const ofRows = rowsBefore.map((before, row) => {
      if (before >= 0 && free[before] === 1) {
        free[before] = 0
        return this.ofRows[before] as number
      }
      added.push(row)
      return this.given + added.length - 1
    })
    const given = this.given + added.length
    if (given - ofRows.length > MOST_REMOVED * given) return undefined
    const removed = Array.from(this.ofRows.filter((_, row) => free[row] === 1))
    return { labels: new GraphLabels(Uint32Array.from(ofRows), given), removed, added }
  }
}
