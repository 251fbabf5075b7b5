import { describe, expect, it } from 'vitest'
import { randomOf } from '../../scripts/bench/scale-corpus.ts'
import { ExactSearch } from '../../src/index/vectors/exact-search.ts'
import type { VectorSearch } from '../../src/index/vectors/vector-search.ts'
import { Vectors } from '../../src/index/vectors/vectors.ts'

/** Builds a search, and builds it again after edits, as an index does. */
export interface SearchBuilder {
  /** @param rowsBefore for each row the one of the build before with the same vector, or −1; nothing at first */
  build(vectors: Vectors, rowsBefore?: Int32Array): Promise<VectorSearch>
}

const DIMENSIONS = 48
const CLUSTERS = 40
const FOUND = 40
/** Share of the nearest 40 that a search has to find among some thousand vectors. */
const LEAST_RECALL = 0.95

/** What every vector search does, whatever it looks things up in. */
export function describeVectorSearch(name: string, newBuilder: () => Promise<SearchBuilder>): void {
  const random = randomOf(11)
  const normal = () => random() + random() + random() + random() - 2
  const centres = Array.from({ length: CLUSTERS }, () => Array.from({ length: DIMENSIONS }, normal))
  /** Near one of the centres, as texts are near their subjects. */
  const vector = () => {
    const centre = centres[Math.floor(random() * CLUSTERS)] ?? []
    return centre.map((number) => number + 0.8 * normal())
  }
  const vectorsOf = (numbers: readonly (readonly number[])[], dimensions = DIMENSIONS) => {
    const vectors = new Vectors(dimensions)
    for (const each of numbers) vectors.append(each)
    return vectors
  }
  const many = (count: number) => vectorsOf(Array.from({ length: count }, vector))
  const searchOf = async (vectors: Vectors) => (await newBuilder()).build(vectors)
  const recall = (search: VectorSearch, vectors: Vectors, accept?: (row: number) => boolean) => {
    const exact = new ExactSearch(vectors)
    let found = 0
    let nearest = 0
    for (let question = 0; question < 30; question++) {
      const query = vector()
      const expected = new Set(exact.search(query, FOUND, accept).rows)
      nearest += expected.size
      for (const row of search.search(query, FOUND, accept).rows) if (expected.has(row)) found++
    }
    return found / nearest
  }

  describe(`${name}, a vector search`, () => {
    it('finds nothing in an empty index', async () => {
      const search = await searchOf(many(0))
      expect([search.count, search.dimensions]).toEqual([0, DIMENSIONS])
      expect(search.search(vector(), 3)).toEqual({ rows: Int32Array.of(), scores: Float32Array.of() })
    })

    it('finds the only vector', async () => {
      const search = await searchOf(vectorsOf([[0.6, 0.8]], 2))
      const { rows, scores } = search.search([3, 4], 5)
      expect([...rows]).toEqual([0])
      expect(scores[0]).toBeCloseTo(1, 2)
      expect(search.search([3, 4], 0).rows).toHaveLength(0)
    })

    it('finds all where as many are wanted, as comparing with every one does', async () => {
      for (const count of [2, 7, 39]) {
        const vectors = many(count)
        const query = vector()
        const expected = new ExactSearch(vectors).search(query, FOUND)
        expect((await searchOf(vectors)).search(query, FOUND)).toEqual(expected)
      }
    })

    it('finds most of the nearest among many, best first, with their own similarities', async () => {
      const vectors = many(1500)
      const search = await searchOf(vectors)
      expect(recall(search, vectors)).toBeGreaterThan(LEAST_RECALL)
      const query = vector()
      const { rows, scores } = search.search(query, FOUND)
      expect(new Set(rows).size).toBe(FOUND)
      expect(new ExactSearch(vectors).searchAmong(query, FOUND, rows)).toEqual({ rows, scores })
      expect([...scores]).toEqual([...scores].sort((left, right) => right - left))
    })

    it('gives rows of the same similarity in their own order', async () => {
      const same = vector()
      const others = Array.from({ length: 60 }, vector)
      const search = await searchOf(
        vectorsOf([...others.slice(0, 30), same, ...others.slice(30), same, same]),
      )
      expect([...search.search(same, 3).rows]).toEqual([30, 61, 62])
      const alike = await searchOf(vectorsOf(Array.from({ length: 120 }, () => same)))
      const { rows, scores } = alike.search(same, FOUND)
      expect([...rows]).toEqual([...new Set(rows)].sort((left, right) => left - right))
      expect(rows).toHaveLength(FOUND)
      expect(Math.min(...scores)).toBeCloseTo(1, 2)
    })

    it('finds accepted rows alone, however few or many they are', async () => {
      const vectors = many(1000)
      const search = await searchOf(vectors)
      const exact = new ExactSearch(vectors)
      for (const [share, least] of [
        [0.9, LEAST_RECALL],
        [0.5, LEAST_RECALL],
        [0.2, LEAST_RECALL],
        [0.02, 1],
      ] as const) {
        const accept = (row: number) => row % 100 < share * 100
        expect(search.search(vector(), FOUND, accept).rows.every(accept)).toBe(true)
        expect(recall(search, vectors, accept)).toBeGreaterThanOrEqual(least)
      }
      const three = (row: number) => row === 5 || row === 77 || row === 999
      const query = vector()
      expect(search.search(query, FOUND, three)).toEqual(exact.search(query, FOUND, three))
      expect(search.search(query, FOUND, () => false).rows).toHaveLength(0)
    })

    it('takes a zero vector to be like nothing', async () => {
      const search = await searchOf(vectorsOf([...Array.from({ length: 200 }, vector)]))
      const { rows, scores } = search.search(new Array(DIMENSIONS).fill(0), 3)
      expect([...rows]).toEqual([0, 1, 2])
      expect([...scores]).toEqual([0, 0, 0])
    })

    it('refuses a vector of other dimensions', async () => {
      const search = await searchOf(many(100))
      for (const other of [[], [1], new Array(DIMENSIONS + 1).fill(1)])
        expect(() => search.search(other, 3)).toThrow(RangeError)
    })

    it('finds as much after many edits', async () => {
      const builder = await newBuilder()
      let vectors = many(600)
      let search = await builder.build(vectors)
      for (let edit = 0; edit < 6; edit++) {
        const rowsBefore = editedRows(vectors.count, random)
        const edited = new Vectors(DIMENSIONS)
        for (const before of rowsBefore) {
          if (before < 0) edited.append(vector())
          else edited.appendFrom(vectors, before)
        }
        search = await builder.build(edited, rowsBefore)
        expect([search.count, search.dimensions]).toEqual([edited.count, DIMENSIONS])
        for (const [row, before] of rowsBefore.entries())
          if (before < 0) expect([...search.search(edited.at(row), 1).rows]).toEqual([row])
        vectors = edited
      }
      expect(recall(search, vectors)).toBeGreaterThan(LEAST_RECALL)
      const odd = (row: number) => row % 2 === 1
      expect(recall(search, vectors, odd)).toBeGreaterThan(LEAST_RECALL)
    })
  })
}

/** An edit takes rows away, adds new ones (−1), moves a part to the front, and has some vectors twice. */
function editedRows(count: number, random: () => number): Int32Array {
  const kept = Array.from({ length: count }, (_, row) => row).filter(() => random() > 0.04)
  const cut = Math.floor(random() * kept.length)
  const moved = [...kept.slice(cut), ...kept.slice(0, cut)]
  const withNew = moved.flatMap((row) => (random() < 0.05 ? [row, -1] : [row]))
  return Int32Array.from([...withNew, kept[0] ?? -1])
}
