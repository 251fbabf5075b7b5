import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import wabt from 'wabt'
import { randomOf } from '../../../../scripts/bench/scale-corpus.ts'
import { IndexError } from '../../../../src/errors.ts'
import { decodeContainer, encodeContainer } from '../../../../src/index/format/container.ts'
import { ExactSearch } from '../../../../src/index/vectors/exact-search.ts'
import { Rotation } from '../../../../src/index/vectors/sketches/rotation.ts'
import { MODULE, SketchScorer } from '../../../../src/index/vectors/sketches/score-sketches.ts'
import { SketchSearch } from '../../../../src/index/vectors/sketches/sketch-search.ts'
import { Sketches } from '../../../../src/index/vectors/sketches/sketches.ts'
import { Vectors } from '../../../../src/index/vectors/vectors.ts'

const random = randomOf(7)

/** As many vectors in all directions. */
function randomVectors(count: number, dimensions: number): Vectors {
  const vectors = new Vectors(dimensions)
  for (let row = 0; row < count; row++) vectors.append(randomVector(dimensions))
  return vectors
}

/** A normal distribution by the central limit theorem. */
function randomVector(dimensions: number): number[] {
  return Array.from({ length: dimensions }, () => random() + random() + random() + random() - 2)
}

function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a, (number, at) => number * (b[at] ?? 0)).reduce((sum, part) => sum + part, 0)
}

describe('Rotation', () => {
  it.each([1, 100, 128, 384, 1000])('keeps lengths and angles of %d numbers', (dimensions) => {
    const rotation = new Rotation(dimensions)
    expect(rotation.width).toBeGreaterThanOrEqual(dimensions)
    const [a, b] = [randomVector(dimensions), randomVector(dimensions)]
    const [turnedA, turnedB] = [a, b].map((numbers) => {
      const turned = new Float32Array(rotation.width)
      turned.set(numbers)
      rotation.rotate(turned)
      return turned
    })
    expect(product(turnedA ?? [], turnedA ?? [])).toBeCloseTo(product(a, a), 2)
    expect(product(turnedA ?? [], turnedB ?? [])).toBeCloseTo(product(a, b), 2)
  })

  it('spreads a single number over all', () => {
    const rotation = new Rotation(384)
    const numbers = new Float32Array(384)
    numbers[200] = 1
    rotation.rotate(numbers)
    expect([...numbers].filter((number) => number !== 0).length).toBeGreaterThan(100)
    expect(Math.max(...numbers.map(Math.abs))).toBeLessThan(0.3)
  })
})

describe('Sketches', () => {
  it('come out of a file as they went in', () => {
    const vectors = randomVectors(20, 100)
    const sketches = Sketches.of(vectors)
    const bytes = encodeContainer(sketches.toSections())
    expect(Sketches.fromSections(decodeContainer(bytes), vectors)).toEqual(sketches)
  })

  it('are taken over where a vector was sketched before', () => {
    const before = randomVectors(5, 100)
    const after = new Vectors(100)
    for (const row of [3, 1]) after.appendFrom(before, row)
    after.append(randomVector(100))
    const rows = Int32Array.of(3, 1, -1)
    expect(Sketches.of(after, { sketches: Sketches.of(before), rows })).toEqual(Sketches.of(after))
  })

  it('are not read beside other vectors', () => {
    const sections = Sketches.of(randomVectors(20, 100)).toSections()
    for (const others of [randomVectors(21, 100), randomVectors(20, 200)])
      expect(() => Sketches.fromSections(sections, others)).toThrow(IndexError)
    expect(() => Sketches.fromSections({}, randomVectors(1, 2))).toThrow(IndexError)
  })
})

describe('SketchScorer', () => {
  it('runs what its source says', async () => {
    const source = new URL('../../../../src/index/vectors/sketches/score-sketches.wat', import.meta.url)
    const { parseWat } = await wabt()
    const { buffer } = parseWat('score-sketches.wat', await readFile(source)).toBinary({})
    expect(MODULE).toBe(Buffer.from(buffer).toString('base64'))
  })

  it('estimates cosines', () => {
    const vectors = randomVectors(300, 384)
    const rotation = new Rotation(384)
    const scorer = new SketchScorer(Sketches.of(vectors))
    const query = vectors.at(0)
    const question = new Float32Array(rotation.width)
    question.set(query)
    rotation.rotate(question)
    const estimates = scorer.estimate(question)
    // The numbers of the question are rounded, which scales all estimates alike.
    const scale = 1 / (estimates[0] ?? 0)
    for (let row = 0; row < vectors.count; row++)
      expect(Math.abs((estimates[row] ?? 0) * scale - product(query, vectors.at(row)))).toBeLessThan(0.2)
  })
})

describe('SketchSearch', () => {
  it('finds what comparing with every vector finds, where it compares with every one', () => {
    const vector = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(vector), vector, fc.nat(12), fc.boolean(), (rows, query, k, filtered) => {
        const vectors = new Vectors(5)
        for (const row of rows) vectors.append(row)
        const exact = new ExactSearch(vectors)
        const accept = filtered ? (row: number) => row % 3 === 1 : undefined
        const search = new SketchSearch(Sketches.of(vectors), exact)
        expect([search.count, search.dimensions]).toEqual([rows.length, 5])
        expect(search.search(query, k, accept)).toEqual(exact.search(query, k, accept))
      }),
    )
  })

  it('misses few of the nearest among many', () => {
    const vectors = randomVectors(5000, 128)
    const exact = new ExactSearch(vectors)
    const search = new SketchSearch(Sketches.of(vectors), exact)
    let found = 0
    for (let question = 0; question < 20; question++) {
      const near = randomVector(128)
      const nearest = new Set(exact.search(near, 10).rows)
      const { rows } = search.search(near, 10)
      expect(rows).toHaveLength(10)
      found += rows.filter((row) => nearest.has(row)).length
    }
    expect(found / 200).toBeGreaterThan(0.85)
  })

  it('refuses a vector of other dimensions', () => {
    const vectors = randomVectors(3, 5)
    const search = new SketchSearch(Sketches.of(vectors), new ExactSearch(vectors))
    expect(() => search.search([1], 1)).toThrow(RangeError)
  })
})
