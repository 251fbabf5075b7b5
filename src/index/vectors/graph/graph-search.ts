import type { ExactSearch } from '../exact-search.ts'
import { checkDimensions, type Nearest, type VectorSearch } from '../vector-search.ts'
import type { NeighbourGraph } from './neighbour-graph.ts'

/**
 * Where a filter leaves less than this share of the rows, all that are left are compared: the graph would pass by many
 * more before it has met enough of them, and miss some.
 */
const FEW = 0.4

/**
 * Asks a graph which vectors are near and compares those exactly. What a graph is bad at, comparing with every vector
 * does instead: a filter that leaves few, a question that points nowhere, vectors that no path leads to.
 */
export class GraphSearch implements VectorSearch {
  private readonly graph: NeighbourGraph
  private readonly exact: ExactSearch
  private readonly rowOf: (label: number) => number

  /**
   * @param exact over the vectors that are in the graph
   * @param rows the row of each label; without it every row is its own label
   */
  constructor(graph: NeighbourGraph, exact: ExactSearch, rows?: Int32Array) {
    this.graph = graph
    this.exact = exact
    this.rowOf = rows ? (label) => rows[label] as number : (label) => label
  }

  get count(): number {
    return this.exact.count
  }

  get dimensions(): number {
    return this.exact.dimensions
  }

  search(vector: ArrayLike<number>, k: number, accept?: (row: number) => boolean): Nearest {
    checkDimensions(vector, this.dimensions)
    const wanted = Math.min(k, this.count)
    if (wanted === 0 || !pointsSomewhere(vector) || (accept && this.leavesFew(accept)))
      return this.exact.search(vector, k, accept)
    const labels = this.graph.near(vector, wanted, accept && ((label) => accept(this.rowOf(label))))
    if (labels.length < wanted) return this.exact.search(vector, k, accept)
    return this.exact.searchAmong(
      vector,
      wanted,
      labels.map((label) => this.rowOf(label)),
    )
  }

  private leavesFew(accept: (row: number) => boolean): boolean {
    const { rowCount } = this.exact
    let accepted = 0
    for (let row = 0; row < rowCount; row++) if (accept(row)) accepted++
    return accepted < FEW * rowCount
  }
}

function pointsSomewhere(vector: ArrayLike<number>): boolean {
  let squares = 0
  for (let j = 0; j < vector.length; j++) squares += (vector[j] as number) ** 2
  return squares > 0 && Number.isFinite(squares)
}
