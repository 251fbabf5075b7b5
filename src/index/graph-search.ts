import { IndexError } from '../errors.ts'
import type { ExactSearch } from './exact-search.ts'
import type { Nearest, VectorSearch } from './vector-search.ts'

/** Finds vectors near another one without looking at all of them. */
export interface NeighbourGraph {
  /** Labels in the graph, counted from 0. */
  readonly size: number
  /**
   * @param accept where given, only labels for which it is true are found
   * @returns at most `k` labels; not surely the nearest, and fewer where no way leads to more
   */
  near(vector: ArrayLike<number>, k: number, accept?: (label: number) => boolean): number[]
}

/** The label of a row that is not in the graph. */
export const NO_LABEL = -1

/** Asked of the graph beyond what is wanted: it measures in other roundings, and the last places may change. */
const SPARE = 16

/**
 * Searches a graph that may have been built for an earlier generation: labels that have no row any more are passed
 * over, rows that are not in the graph yet are compared one by one. So a small edit costs no new graph. Similarities are
 * taken from the vectors themselves, so that they are the same with a graph as without.
 */
export class GraphSearch implements VectorSearch {
  private readonly graph: NeighbourGraph
  private readonly exact: ExactSearch
  private readonly rowOfLabel: Int32Array
  /** Rows that are not in the graph. */
  private readonly fresh: number[] = []

  /**
   * @param labels for each row, the label of its vector in the graph, or {@link NO_LABEL}
   * @throws IndexError `damaged` where the graph and its labels do not fit together
   */
  constructor(graph: NeighbourGraph, labels: Int32Array, exact: ExactSearch) {
    if (labels.length !== exact.count) throw damaged()
    this.graph = graph
    this.exact = exact
    this.rowOfLabel = new Int32Array(graph.size).fill(-1)
    for (const [row, label] of labels.entries()) {
      if (label === NO_LABEL) this.fresh.push(row)
      else if (this.rowOfLabel[label] === -1) this.rowOfLabel[label] = row
      else throw damaged()
    }
  }

  get count(): number {
    return this.exact.count
  }

  get dimensions(): number {
    return this.exact.dimensions
  }

  /** Where `accept` refuses so much that the graph leads to too few rows, every vector is compared. */
  search(vector: ArrayLike<number>, k: number, accept?: (row: number) => boolean): Nearest {
    const { rowOfLabel } = this
    const hasRow = (label: number) => {
      const row = rowOfLabel[label] as number
      return row >= 0 && (accept === undefined || accept(row))
    }
    const everyLabelHasARow = this.count - this.fresh.length === this.graph.size
    // The filter is called from native code for every point that is met, so only where it can refuse one.
    const labels = this.graph.near(
      vector,
      k + SPARE,
      everyLabelHasARow && accept === undefined ? undefined : hasRow,
    )
    const fresh = accept === undefined ? this.fresh : this.fresh.filter(accept)
    const candidates = labels.map((label) => rowOfLabel[label] as number).concat(fresh)
    if (candidates.length < Math.min(k, this.count)) return this.exact.search(vector, k, accept)
    return this.exact.searchAmong(vector, k, candidates)
  }
}

function damaged(): IndexError {
  return new IndexError('damaged', 'The vector graph does not fit the index. Rebuild it with: npm run index')
}
