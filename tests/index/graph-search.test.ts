import { describe, expect, it } from 'vitest'
import { IndexError } from '../../src/errors.ts'
import { ExactSearch } from '../../src/index/exact-search.ts'
import { GraphSearch, type NeighbourGraph, NO_LABEL } from '../../src/index/graph-search.ts'

/** Rows 0 … 9 on a line that turns away from [1, 0]. */
function exactSearch(): ExactSearch {
  const search = ExactSearch.empty(2)
  for (let row = 0; row < 10; row++) search.append([10, row])
  return search
}

/** Finds labels by a search over vectors of its own, and counts how often it is asked. */
class FakeGraph implements NeighbourGraph {
  readonly size: number
  private readonly search: ExactSearch

  constructor(vectors: readonly (readonly number[])[]) {
    this.search = ExactSearch.empty(2)
    for (const vector of vectors) this.search.append(vector)
    this.size = vectors.length
  }

  near(vector: ArrayLike<number>, k: number, accept?: (label: number) => boolean): number[] {
    return [...this.search.search(vector, k, accept).rows]
  }
}

const query = [1, 0]

describe('GraphSearch', () => {
  it('finds what comparing with every vector finds, whatever labels the rows have', () => {
    const labels = Int32Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
    const graph = new FakeGraph(Array.from(labels, (label) => [10, 9 - label]).reverse())
    const exact = exactSearch()
    expect(new GraphSearch(graph, labels, exact).search(query, 4)).toEqual(exact.search(query, 4))
  })

  it('finds rows that are not in the graph yet, and no labels that have no row any more', () => {
    // The graph knows a vector nearer than all (label 0, outdated) and not the rows 0 and 5.
    const graph = new FakeGraph([[10, 0.1], ...[1, 2, 3, 4, 6, 7, 8, 9].map((row) => [10, row])])
    const labels = Int32Array.of(NO_LABEL, 1, 2, 3, 4, NO_LABEL, 5, 6, 7, 8)
    const exact = exactSearch()
    const search = new GraphSearch(graph, labels, exact)
    for (const k of [1, 3, 7, 10, 50]) expect(search.search(query, k)).toEqual(exact.search(query, k))
  })

  it('finds every accepted row, also those that the graph does not lead to', () => {
    const graph: NeighbourGraph = { size: 10, near: () => [3] }
    const labels = Int32Array.from({ length: 10 }, (_, row) => row)
    const exact = exactSearch()
    const accept = (row: number) => row % 3 === 0
    expect([...new GraphSearch(graph, labels, exact).search(query, 9, accept).rows]).toEqual([0, 3, 6, 9])
  })

  it('refuses labels that fit neither the graph nor the vectors', () => {
    const graph = new FakeGraph([[1, 0]])
    const tooFew = Int32Array.of(0)
    const twice = new Int32Array(10)
    const unknown = Int32Array.from({ length: 10 }, (_, row) => row)
    for (const labels of [tooFew, twice, unknown]) {
      expect(() => new GraphSearch(graph, labels, exactSearch())).toThrow(IndexError)
    }
  })
})
