import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexError } from '../../src/errors.ts'
import { decodeContainer, encodeContainer } from '../../src/index/container.ts'
import { Postings } from '../../src/index/postings.ts'
import { TermRows } from '../../src/index/term-rows.ts'

const TERM_COUNT = 8

/** How often each term stands in each row. */
type Rows = readonly ReadonlyMap<number, number>[]

const rows: fc.Arbitrary<Rows> = fc.array(
  fc
    .dictionary(fc.integer({ min: 0, max: TERM_COUNT - 1 }).map(String), fc.integer({ min: 1, max: 400 }))
    .map((counts) => new Map(Object.entries(counts).map(([term, count]) => [Number(term), count]))),
  { maxLength: 12 },
)

function termRowsOf(all: Rows): TermRows {
  const occurrences = new TermRows()
  for (const row of all) {
    for (const [term, count] of row) occurrences.add(term, count)
    occurrences.endRow()
  }
  return occurrences
}

function postingsOf(all: Rows): Postings {
  return Postings.of(
    TERM_COUNT,
    termRowsOf(all),
    Uint16Array.from(all, (row) => row.size),
  )
}

/** Reads the occurrences back, by row. */
function read({ offsets, rows: numbers, counts }: Postings, rowCount: number): Map<number, number>[] {
  const all = Array.from({ length: rowCount }, () => new Map<number, number>())
  for (let term = 0; term < TERM_COUNT; term++)
    for (let at = offsets[term] ?? 0; at < (offsets[term + 1] ?? 0); at++)
      all[numbers[at] ?? -1]?.set(term, counts[at] ?? 0)
  return all
}

describe('Postings', () => {
  it('hold every occurrence, with counts up to what a byte holds', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const expected = all.map(
          (row) => new Map([...row].map(([term, count]) => [term, Math.min(255, count)])),
        )
        expect(read(postingsOf(all), all.length)).toEqual(expected)
      }),
    )
  })

  it('list the rows of a term in order', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { offsets, rows: numbers } = postingsOf(all)
        for (let term = 0; term < TERM_COUNT; term++) {
          const held = [...numbers.slice(offsets[term], offsets[term + 1])]
          expect(held).toEqual([...new Set(held)].sort((left, right) => left - right))
        }
      }),
    )
  })

  it('know how many rows hold a term', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const postings = postingsOf(all)
        for (let term = 0; term < TERM_COUNT; term++)
          expect(postings.documentFrequency(term)).toBe(all.filter((row) => row.has(term)).length)
      }),
    )
  })

  it('count and measure only the rows that are part of the collection', () => {
    const postings = Postings.of(1, termRowsOf([new Map(), new Map(), new Map()]), Uint16Array.of(4, 0, 2))
    expect(postings.documentCount).toBe(2)
    expect(postings.averageLength).toBe(3)
  })

  it('of nothing have lengths that can divide', () => {
    const postings = Postings.of(0, new TermRows(), new Uint16Array())
    expect(postings.documentCount).toBe(0)
    expect(postings.averageLength).toBeGreaterThan(0)
    expect(postings.documentFrequency(0)).toBe(0)
  })

  it('come out of a file as they went in', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const postings = postingsOf(all)
        const decoded = Postings.fromSections(decodeContainer(encodeContainer(postings.toSections())))
        expect(decoded).toEqual(postings)
      }),
    )
  })

  it.each(['offsets', 'rows', 'counts', 'lengths'])('are not read from a file without %s', (name) => {
    const { [name]: _, ...sections } = postingsOf([new Map([[0, 1]])]).toSections()
    expect(() => Postings.fromSections(sections)).toThrow(IndexError)
  })
})
