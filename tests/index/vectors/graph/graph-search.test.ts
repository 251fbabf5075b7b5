import { describe, expect, it } from 'vitest'
import { ExactSearch } from '../../../../src/index/vectors/exact-search.ts'
import { GraphSearch } from '../../../../src/index/vectors/graph/graph-search.ts'
import type { NeighbourGraph } from '../../../../src/index/vectors/graph/neighbour-graph.ts'
import { Vectors } from '../../../../src/index/vectors/vectors.ts'

/** Vectors that turn away from [1, 0] row by row. */
const vectors = new Vectors(2)
for (let row = 0; row < 20; row++) vectors.append([1, row / 10])
const exact = new ExactSearch(vectors)

/** Finds what it is given, and counts how often it is asked. */
class ListedGraph implements NeighbourGraph {
  readonly dimensions = 2
  asked = 0
  private readonly labels: readonly number[]

  constructor(labels: readonly number[]) {
    this.labels = labels
  }

  near(_vector: ArrayLike<number>, k: number, accept: (label: number) => boolean = () => true) {
    this.asked++
    return this.labels.filter(accept).slice(0, k)
  }

  add() {
    throw new Error('Nothing is added here')
  }

  remove() {
    throw new Error('Nothing is removed here')
  }
}

describe('GraphSearch', () => {
  it('compares what the graph finds, by the rows of its labels', () => {
    const rows = Int32Array.of(-1, 3, 2, 9)
    const search = new GraphSearch(new ListedGraph([3, 1, 2]), exact, rows)
    expect(search.search([1, 0], 3)).toEqual(exact.searchAmong([1, 0], 3, [2, 3, 9]))
  })

  it('filters rows, not labels', () => {
    const rows = Int32Array.from({ length: 20 }, (_, label) => 19 - label)
    const graph = new ListedGraph(rows.map((_, label) => label) as unknown as number[])
    const found = new GraphSearch(graph, exact, rows).search([1, 0], 2, (row) => row >= 10)
    expect([...found.rows].every((row) => row >= 10)).toBe(true)
    expect(graph.asked).toBe(1)
  })

  it('compares all where the graph finds too few', () => {
    const graph = new ListedGraph([7])
    expect(new GraphSearch(graph, exact).search([1, 0], 3)).toEqual(exact.search([1, 0], 3))
    expect(graph.asked).toBe(1)
  })

  it('does not ask the graph where a filter leaves few', () => {
    const graph = new ListedGraph([0, 1, 2])
    const accept = (row: number) => row > 12
    expect(new GraphSearch(graph, exact).search([1, 0], 3, accept)).toEqual(exact.search([1, 0], 3, accept))
    expect(graph.asked).toBe(0)
  })

  it.each([
    ['zero', [0, 0]],
    ['infinite', [Number.POSITIVE_INFINITY, 1]],
    ['not a number', [Number.NaN, 1]],
  ])('does not ask the graph about a vector that is %s', (_, vector) => {
    const graph = new ListedGraph([7, 8, 9])
    expect(new GraphSearch(graph, exact).search(vector, 3)).toEqual(exact.search(vector, 3))
    expect(graph.asked).toBe(0)
  })
})
