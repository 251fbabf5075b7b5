import { describe, expect, it } from 'vitest'
import { ExactSearch } from '../../../src/index/vectors/exact-search.ts'
import { type Background, backgroundOf, RescaledSearch } from '../../../src/index/vectors/rescaled-search.ts'

/** The unit vectors at so many degrees. */
function atDegrees(...degrees: number[]): number[][] {
  return degrees.map((each) => [Math.cos((each * Math.PI) / 180), Math.sin((each * Math.PI) / 180)])
}

function searchOf(vectors: number[][], dimensions = 2): ExactSearch {
  const search = ExactSearch.empty(dimensions)
  for (const vector of vectors) search.append(vector)
  return search
}

describe('backgroundOf', () => {
  it('measures all pairs', () => {
    // 4 + 4 vectors at right angles: 12 of the 28 pairs have a cosine of 1, the other 16 of 0.
    const background = backgroundOf(atDegrees(0, 0, 0, 0, 90, 90, 90, 90))
    expect(background?.mean).toBeCloseTo(12 / 28)
    expect(background?.spread).toBeCloseTo(Math.sqrt((12 / 28) * (16 / 28)))
  })

  it.each([
    ['of no vectors', []],
    ['of one', atDegrees(0)],
    ['of too few', atDegrees(0, 10, 20, 30, 40, 50, 60)],
    ['where all are the same', atDegrees(...Array(20).fill(30))],
    ['where all are zero', Array(20).fill([0, 0])],
  ])('is not known %s', (_, vectors) => {
    expect(backgroundOf(vectors)).toBeUndefined()
  })
})

describe('RescaledSearch', () => {
  const vectors = atDegrees(0, 30, 60, 90, 180)
  const own: Background = { mean: 0.5, spread: 0.1 }
  const wanted: Background = { mean: 0.2, spread: 0.05 }

  it('moves the mean to the mean and the spread to the spread, cut to 0 … 1', () => {
    const exact = searchOf(vectors)
    const { rows, scores } = new RescaledSearch(exact, own, wanted).search([1, 0], 10)
    expect([...rows]).toEqual([0, 1, 2, 3, 4])
    for (const [place, expected] of [0.45, 0.383, 0.2, 0, 0].entries())
      expect(scores[place]).toBeCloseTo(expected, 2)
    const steep = new RescaledSearch(exact, own, { mean: 0.2, spread: 1 })
    expect([...steep.search([1, 0], 2).scores]).toEqual([1, 1])
  })

  it('finds what the other search finds', () => {
    const exact = searchOf(vectors)
    const search = new RescaledSearch(exact, own, wanted)
    const isOdd = (row: number) => row % 2 === 1
    expect(search.search([0, 1], 1, isOdd).rows).toEqual(exact.search([0, 1], 1, isOdd).rows)
    expect([search.count, search.dimensions]).toEqual([5, 2])
    expect(() => search.search([1], 1)).toThrow(RangeError)
  })

  it('finds nothing like a zero vector, whatever the scale', () => {
    for (const mean of [-0.5, 0, 0.5]) {
      const search = new RescaledSearch(searchOf(vectors), { mean, spread: 0.1 }, { mean: 0.9, spread: 0.1 })
      expect([...search.search([0, 0], 5).scores]).toEqual([0, 0, 0, 0, 0])
    }
  })

  it.each([
    ['own', undefined, wanted],
    ['wanted', own, undefined],
  ])('finds nothing like anything where the %s background is not known', (_, one, other) => {
    const search = new RescaledSearch(searchOf(vectors), one, other)
    expect([...search.search([1, 0], 5).scores]).toEqual([0, 0, 0, 0, 0])
  })
})
