import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Postings } from '../../../src/index/lexical/postings/postings.ts'
import { TermRows } from '../../../src/index/lexical/postings/term-rows.ts'
import { inverseDocumentFrequency, type QueryTerm } from '../../../src/retrieval/lexical/bm25.ts'
import { LexicalSearch } from '../../../src/retrieval/lexical/lexical-search.ts'

const K1 = 1.2
const B = 0.5

/** How often each term stands in each row; a row without an entry is not part of the collection. */
type Rows = readonly (readonly number[] | undefined)[]

const TERM_COUNT = 6

function lengthOf(row: readonly number[] | undefined): number {
  return row === undefined
    ? 0
    : Math.max(
        1,
        row.reduce((sum, count) => sum + count, 0),
      )
}

function postingsOf(rows: Rows): Postings {
  const occurrences = new TermRows()
  for (const row of rows) {
    for (const [term, count] of (row ?? []).entries()) if (count > 0) occurrences.add(term, count)
    occurrences.endRow()
  }
  return Postings.of(TERM_COUNT, occurrences, Uint16Array.from(rows, lengthOf))
}

function plainScores(
  query: readonly QueryTerm[],
  rows: Rows,
): { scores: Map<number, number>; ideal: number } {
  const documents = rows.filter((row) => row !== undefined)
  const average = documents.reduce((sum, row) => sum + lengthOf(row), 0) / documents.length
  const scores = new Map<number, number>()
  let ideal = 0
  for (const { weight, expansions } of query) {
    const held = (row: readonly number[] | undefined) =>
      expansions.filter(({ term }) => (row?.[term] ?? 0) > 0)
    const frequency = rows.reduce(
      (sum, row) => sum + Math.max(0, ...held(row).map(({ similarity }) => similarity)),
      0,
    )
    const rarity = Math.log(1 + (documents.length - frequency + 0.5) / (frequency + 0.5))
    ideal += weight * rarity
    for (const [number, row] of rows.entries()) {
      const best = Math.max(
        0,
        ...held(row).map(({ term, similarity }) => {
          const count = row?.[term] ?? 0
          return (similarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * lengthOf(row)) / average))
        }),
      )
      if (best > 0) scores.set(number, (scores.get(number) ?? 0) + weight * rarity * best)
    }
  }
  return { scores, ideal }
}

/** Scores by row. */
function scoreRows(
  query: readonly QueryTerm[],
  postings: Postings,
): { scores: Map<number, number>; ideal: number } {
  const search = new LexicalSearch(query, postings)
  const { scores } = search.all()
  return { scores: scoredRows(scores), ideal: search.ideal }
}

function scoredRows(scores: Float64Array): Map<number, number> {
  return new Map([...scores.entries()].filter(([, score]) => score > 0))
}

function term(key: number, weight = 1): QueryTerm {
  return {
    kind: 'word',
    isName: false,
    isOwn: true,
    key: String(key),
    weight,
    expansions: [{ term: key, similarity: 1 }],
  }
}

function ranking(query: readonly QueryTerm[], rows: Rows): number[] {
  const { scores } = scoreRows(query, postingsOf(rows))
  return [...scores].sort(([, left], [, right]) => right - left).map(([row]) => row)
}

describe('LexicalSearch', () => {
  it('reads first what says most for its length, and counts the rest for what that finds', () => {
    const rows = Array.from({ length: 1000 }, (_, row) => (row === 700 ? [1, 1] : [1]))
    for (const query of [
      [term(0), term(1)],
      [term(1), term(0)],
    ]) {
      const whole = new LexicalSearch(query, postingsOf(rows)).best(1)
      const found = new LexicalSearch(query, postingsOf(rows), { mostRead: 500 }).best(1000)
      expect(Array.from(found.rows)).toEqual([700])
      expect(Array.from(whole.rows)).toEqual([700])
      expect(found.scores[0]).toBeCloseTo(whole.scores[0] ?? 0, 8)
    }
  })

  const row = fc.option(
    fc.array(fc.integer({ min: 0, max: 5 }), { minLength: TERM_COUNT, maxLength: TERM_COUNT }),
    { nil: undefined },
  )
  const collection = fc.array(row, { minLength: 1, maxLength: 40 }).filter((rows) => rows.some(Boolean))
  const expansion = fc.record({
    term: fc.integer({ min: 0, max: TERM_COUNT - 1 }),
    similarity: fc.double({ min: 0.1, max: 1, noNaN: true }),
  })
  const expansions = fc
    .uniqueArray(expansion, { maxLength: 4, selector: (one) => one.term })
    .map((list) => list.sort((left, right) => right.similarity - left.similarity))
  const query = fc.array(
    fc.record({
      kind: fc.constant('word' as const),
      key: fc.string(),
      isName: fc.constant(false),
      isOwn: fc.constant(true),
      weight: fc.double({ min: 0.1, max: 2, noNaN: true }),
      expansions,
    }),
    { maxLength: 6 },
  )

  it('scores as the definition says, and gives the best first', () => {
    fc.assert(
      fc.property(query, collection, fc.nat(50), (terms, rows, most) => {
        const search = new LexicalSearch(terms, postingsOf(rows))
        const expected = plainScores(terms, rows)
        const { scores, isWhole } = search.all()
        expect(isWhole).toBe(true)
        for (const [row, score] of scores.entries())
          expect(score).toBeCloseTo(expected.scores.get(row) ?? 0, 8)
        const found = search.best(most)
        expect(found.rows).toHaveLength(Math.min(most, expected.scores.size))
        expect(Array.from(found.scores)).toEqual([...found.scores].sort((a, b) => b - a))
        const best = [...expected.scores.values()].sort((a, b) => b - a)
        for (const [at, score] of found.scores.entries()) expect(score).toBeCloseTo(best[at] ?? 0, 8)
        expect(search.ideal).toBeCloseTo(expected.ideal, 8)
      }),
      { numRuns: 200 },
    )
  })

  it('scores any row as the definition says', () => {
    fc.assert(
      fc.property(query, collection, (terms, rows) => {
        const numbers = rows.map((_, number) => number)
        const scores = new LexicalSearch(terms, postingsOf(rows)).scoresOf(numbers)
        const expected = plainScores(terms, rows)
        for (const number of numbers) expect(scores[number]).toBeCloseTo(expected.scores.get(number) ?? 0, 8)
      }),
      { numRuns: 200 },
    )
  })

  it('gives whole scores where it may not read the lists of every term', () => {
    fc.assert(
      fc.property(query, collection, fc.nat(60), (terms, rows, mostRead) => {
        const { scores } = plainScores(terms, rows)
        const all = new LexicalSearch(terms, postingsOf(rows), { mostRead }).all()
        const found = scoredRows(all.scores)
        for (const [number, score] of found) expect(score).toBeCloseTo(scores.get(number) ?? 0, 8)
        if (all.isWhole) expect(found.size).toBe(scores.size)
        if (scores.size > 0) expect(found.size).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })

  it('scores rows of several windows alike', () => {
    const count = 70_000
    const rows = Array.from({ length: count }, (_, at) => (at % 1000 === 7 ? [1, 0] : [0, 1]))
    const { scores } = scoreRows([term(0)], postingsOf(rows))
    expect([...scores.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 70 }, (_, at) => at * 1000 + 7),
    )
    expect(new Set(scores.values()).size).toBe(1)
  })

  it('puts a row with the rare term before one with the common term', () => {
    const rows = [
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
    ]
    expect(ranking([term(0), term(1)], rows)[0]).toBe(3)
  })

  it('puts the shorter of two rows first', () => {
    expect(
      ranking(
        [term(0)],
        [
          [1, 9],
          [1, 0],
        ],
      ),
    ).toEqual([1, 0])
  })

  it('counts a repeated term more, but less each time', () => {
    const scores = [1, 2, 3].map(
      (count) =>
        scoreRows(
          [term(0)],
          postingsOf([
            [count, 3 - count],
            [0, 3],
          ]),
        ).scores.get(0) ?? 0,
    )
    const [once = 0, twice = 0, thrice = 0] = scores
    expect(twice).toBeGreaterThan(once)
    expect(thrice - twice).toBeLessThan(twice - once)
    expect(thrice - twice).toBeGreaterThan(0)
  })

  it('counts a term once for a row, by the best of what stands for it', () => {
    const both = {
      ...term(0),
      expansions: [
        { term: 0, similarity: 1 },
        { term: 1, similarity: 0.5 },
      ],
    }
    const { scores } = scoreRows(
      [both],
      postingsOf([
        [1, 1],
        [1, 1],
        [0, 2],
      ]),
    )
    const alone = scoreRows(
      [{ ...term(0) }],
      postingsOf([
        [1, 1],
        [1, 1],
        [0, 2],
      ]),
    )
    expect(scores.get(0)).toBeLessThanOrEqual(alone.scores.get(0) ?? 0)
    expect(scores.get(2)).toBeGreaterThan(0)
    expect(scores.get(2)).toBeLessThan(scores.get(0) ?? 0)
  })

  it('gives a rare translation no more weight than the group of its word has', () => {
    const common = [...Array(9).fill([1, 0]), [0, 1]]
    const translated = {
      ...term(0),
      expansions: [
        { term: 0, similarity: 1 },
        { term: 1, similarity: 0.9 },
      ],
    }
    const { scores } = scoreRows([translated], postingsOf(common))
    expect(scores.get(9)).toBeLessThan(scores.get(0) ?? 0)
  })

  it('finds nothing for a term that stands nowhere', () => {
    const { scores, ideal } = scoreRows([{ ...term(0), expansions: [] }], postingsOf([[0, 1]]))
    expect(scores.size).toBe(0)
    expect(ideal).toBeGreaterThan(0)
  })

  it('finds nothing in a collection without rows', () => {
    expect(scoreRows([term(0)], postingsOf([undefined, undefined])).scores.size).toBe(0)
  })
})

describe('inverseDocumentFrequency', () => {
  it('is positive and falls with the frequency', () => {
    const rarities = [0, 1, 5, 10].map((frequency) => inverseDocumentFrequency(frequency, 10))
    expect(rarities).toEqual([...rarities].sort((left, right) => right - left))
    expect(Math.min(...rarities)).toBeGreaterThan(0)
  })
})
