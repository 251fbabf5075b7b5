import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeContainer, encodeContainer } from '../../../src/index/format/container.ts'
import { ExactSearch } from '../../../src/index/vectors/exact-search.ts'
import { Vectors } from '../../../src/index/vectors/vectors.ts'

const vector = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })

function searchOf(vectors: readonly (readonly number[])[]): ExactSearch {
  const search = ExactSearch.empty(5)
  for (const each of vectors) search.append(each)
  return search
}

describe('ExactSearch', () => {
  it('ranks as sorting all similarities does', () => {
    fc.assert(
      fc.property(fc.array(vector), vector, fc.nat(12), (vectors, query, k) => {
        const search = searchOf(vectors)
        const all = search.search(query, vectors.length)
        const order = [...all.rows.keys()].sort(
          (a, b) => (all.scores[b] ?? 0) - (all.scores[a] ?? 0) || (all.rows[a] ?? 0) - (all.rows[b] ?? 0),
        )
        expect([...all.rows].sort((a, b) => a - b)).toEqual([...vectors.keys()])
        expect(order.slice(0, k).map((at) => all.rows[at])).toEqual([...search.search(query, k).rows])
      }),
    )
  })

  it('gives rows of the same similarity in their own order', () => {
    const same = [1, 0, 0, 0, 0]
    expect([...searchOf([same, [0, 1, 0, 0, 0], same, same]).search(same, 2).rows]).toEqual([0, 2])
  })

  it('finds accepted rows alone', () => {
    const search = searchOf([
      [1, 0, 0, 0, 0],
      [1, 1, 0, 0, 0],
      [0, 1, 0, 0, 0],
    ])
    expect([...search.search([1, 0, 0, 0, 0], 9, (row) => row > 0).rows]).toEqual([1, 2])
  })

  it('ranks some rows as it ranks all', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1 }), vector, (vectors, query) => {
        const search = searchOf(vectors)
        const odd = [...vectors.keys()].filter((row) => row % 2 === 1).reverse()
        expect(search.searchAmong(query, 3, odd)).toEqual(search.search(query, 3, (row) => row % 2 === 1))
      }),
    )
  })

  it('refuses a vector of other dimensions', () => {
    expect(() => searchOf([]).search([1], 1)).toThrow(RangeError)
    expect(() => searchOf([]).append([1])).toThrow(RangeError)
  })
})

describe('Vectors', () => {
  it('keeps a vector as one of length 1 that points the same way', () => {
    fc.assert(
      fc.property(vector, (numbers) => {
        fc.pre(Math.max(...numbers.map(Math.abs)) > 1e-30)
        const vectors = new Vectors(5)
        vectors.append(numbers)
        const kept = [...vectors.at(0)]
        expect(Math.hypot(...kept)).toBeCloseTo(1, 5)
        const length = Math.hypot(...numbers)
        const cosine = kept.reduce((sum, value, at) => sum + (value * (numbers[at] ?? 0)) / length, 0)
        expect(cosine).toBeGreaterThan(0.9999)
      }),
    )
  })

  it('keeps what is no direction as a zero vector', () => {
    const vectors = new Vectors(2)
    for (const numbers of [
      [0, 0],
      [Number.NaN, 1],
      [Number.POSITIVE_INFINITY, 1],
    ]) {
      expect([...vectors.at(vectors.append(numbers))]).toEqual([0, 0])
    }
  })

  it('gives back what was written, and goes on from there', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1 }), vector, (before, added) => {
        const written = new Vectors(5)
        for (const each of before) written.append(each)
        const read = Vectors.fromSections(decodeContainer(encodeContainer(written.toSections())))
        expect(read.append(added)).toBe(before.length)
        written.append(added)
        for (let row = 0; row < written.count; row++) expect(read.at(row)).toEqual(written.at(row))
      }),
    )
  })

  it('takes over vectors of another set as they are', () => {
    const from = new Vectors(2)
    from.append([1, 0])
    from.append([0.3, 0.4])
    const to = new Vectors(2)
    to.appendFrom(from, 1)
    expect(to.at(0)).toEqual(from.at(1))
  })
})
