import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexError } from '../../../../src/errors.ts'
import { decodeContainer, encodeContainer } from '../../../../src/index/format/container.ts'
import { Postings } from '../../../../src/index/lexical/postings/postings.ts'
import { TermRows } from '../../../../src/index/lexical/postings/term-rows.ts'

const TERM_COUNT = 8
/** Every block of a long list, gaps of one to four bytes, a row at the end of the longest corpus. */
const MANY_ROWS = 300_000

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
function read(postings: Postings, rowCount: number): Map<number, number>[] {
  const all = Array.from({ length: rowCount }, () => new Map<number, number>())
  for (let term = 0; term < TERM_COUNT; term++)
    for (const [row, count] of listOf(postings, term)) all[row]?.set(term, count)
  return all
}

/** The rows that hold a term, with how often they hold it. */
function listOf(postings: Postings, term: number): [row: number, count: number][] {
  const list: [number, number][] = []
  for (const reader = postings.reader(term); !reader.ended; reader.next())
    list.push([reader.row, reader.count])
  return list
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
        const postings = postingsOf(all)
        for (let term = 0; term < TERM_COUNT; term++) {
          const held = listOf(postings, term).map(([row]) => row)
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

  it('are merged as if their rows had been gathered together', () => {
    const shuffled = rows.chain((all) =>
      fc.record({
        all: fc.constant(all),
        order: fc.shuffledSubarray([...all.keys()], { minLength: all.length, maxLength: all.length }),
        cut: fc.nat(all.length),
        without: fc.array(fc.nat(all.length)),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ all, order, cut, without }) => {
        const partOf = (numbers: readonly number[]) => ({
          postings: postingsOf(numbers.map((number) => all[number] ?? new Map())),
          rowOf: Int32Array.from(numbers, (number) => (without.includes(number) ? -1 : number)),
        })
        const left = all.map((row, number) => (without.includes(number) ? new Map<number, number>() : row))
        const expected = postingsOf(left)
        const parts = [partOf(order.slice(0, cut)), partOf(order.slice(cut))]
        expect(Postings.merged(TERM_COUNT, parts, expected.lengths)).toEqual(expected)
      }),
    )
  })

  it('are the same rows under other numbers', () => {
    const numbers = fc.shuffledSubarray(
      Array.from({ length: TERM_COUNT }, (_, term) => term),
      { minLength: TERM_COUNT, maxLength: TERM_COUNT },
    )
    fc.assert(
      fc.property(rows, numbers, (all, places) => {
        const renumbered = postingsOf(all).renumbered(Uint32Array.from(places), TERM_COUNT)
        const expected = all.map(
          (row) => new Map([...row].map(([term, count]) => [places[term] ?? 0, count])),
        )
        expect(renumbered).toEqual(postingsOf(expected))
      }),
    )
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

  it.each(['starts', 'lists', 'lengths'])('are not read from a file without %s', (name) => {
    const { [name]: _, ...sections } = postingsOf([new Map([[0, 1]])]).toSections()
    expect(() => Postings.fromSections(sections)).toThrow(IndexError)
  })

  describe('of many rows', () => {
    const lengths = new Uint16Array(MANY_ROWS).fill(1)
    const gap = fc.oneof(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 60, max: 70 }),
      fc.integer({ min: 8000, max: 9000 }),
    )
    const entry = fc.tuple(gap, fc.constantFrom(1, 1, 1, 2, 255))
    const list = fc.array(entry, { maxLength: 300 }).map((entries) => {
      let row = -1
      return entries.flatMap(([gap, count]): [number, number][] => {
        row += gap
        return row < MANY_ROWS ? [[row, count]] : []
      })
    })
    const postingsOfOne = (entries: readonly (readonly [number, number])[]) => {
      const occurrences = new TermRows()
      let next = 0
      for (let row = 0; row < MANY_ROWS; row++) {
        if (entries[next]?.[0] === row) occurrences.add(1, entries[next++]?.[1] ?? 0)
        occurrences.endRow()
      }
      return Postings.of(3, occurrences, lengths)
    }

    it('hold every one of them', () => {
      fc.assert(
        fc.property(list, (entries) => {
          const postings = postingsOfOne(entries)
          expect(listOf(postings, 1)).toEqual(entries)
          expect(postings.documentFrequency(1)).toBe(entries.length)
          expect([listOf(postings, 0), listOf(postings, 2), listOf(postings, 3)]).toEqual([[], [], []])
        }),
        { numRuns: 30 },
      )
    })

    it('are read up to any row, and leapt over to any other', () => {
      fc.assert(
        fc.property(list, fc.array(fc.nat(MANY_ROWS), { maxLength: 12 }), (entries, stops) => {
          const reader = postingsOfOne(entries).reader(1)
          const rows = new Uint32Array(entries.length)
          const counts = new Uint8Array(entries.length)
          let from = 0
          for (const [at, stop] of stops.sort((a, b) => a - b).entries()) {
            const before = entries.filter(([row]) => row >= from && row < stop)
            if (at % 2 === 0) {
              const read = reader.readUntil(stop, rows, counts)
              expect(Array.from({ length: read }, (_, i) => [rows[i], counts[i]])).toEqual(before)
            } else {
              reader.skipTo(stop)
            }
            from = Math.max(from, stop)
            const next = entries.find(([row]) => row >= from)
            expect(reader.ended).toBe(next === undefined)
            if (next) expect([reader.row, reader.count]).toEqual(next)
          }
        }),
        { numRuns: 30 },
      )
    })

    it('are merged with others between them', () => {
      fc.assert(
        fc.property(list, (entries) => {
          const even = entries.filter((_, at) => at % 2 === 0)
          const odd = entries.filter((_, at) => at % 2 === 1)
          const rowOf = Int32Array.from({ length: MANY_ROWS }, (_, row) => row)
          const parts = [even, odd].map((half) => ({ postings: postingsOfOne(half), rowOf }))
          expect(Postings.merged(3, parts, lengths)).toEqual(postingsOfOne(entries))
        }),
        { numRuns: 10 },
      )
    })

    it('know which rows hold a term', () => {
      fc.assert(
        fc.property(list, fc.nat(MANY_ROWS), (entries, other) => {
          const postings = postingsOfOne(entries)
          const held = new Set(entries.map(([row]) => row))
          for (const row of [...held, other]) expect(postings.has(1, row)).toBe(held.has(row))
        }),
        { numRuns: 30 },
      )
    })
  })
})
