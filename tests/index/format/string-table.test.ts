import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexError } from '../../../src/errors.ts'
import { decodeContainer, encodeContainer } from '../../../src/index/format/container.ts'
import { StringTable } from '../../../src/index/format/string-table.ts'

describe('string table', () => {
  it('gives back every string, also after a file', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (strings) => {
        const written = encodeContainer(StringTable.of(strings).toSections())
        const table = StringTable.fromSections(decodeContainer(written))
        expect(table.length).toBe(strings.length)
        expect(strings.map((_, row) => table.at(row))).toEqual(strings)
      }),
    )
  })

  it('grows beyond its first size', () => {
    const long = '容器'.repeat(5000)
    expect(StringTable.of(['a', long, 'b']).at(1)).toBe(long)
  })

  it('keeps a byte order mark', () => {
    expect(StringTable.of(['\uFEFFa']).at(0)).toBe('\uFEFFa')
  })

  it('has no string outside its rows', () => {
    const table = StringTable.of(['a'])
    for (const row of [-1, 1, 0.5, Number.NaN]) expect(() => table.at(row)).toThrow(RangeError)
  })

  it('reads many at once as it reads them one by one', () => {
    const strings = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 40 })
    const repeats = fc.constantFrom(1, 100)
    fc.assert(
      fc.property(strings, repeats, fc.nat(), fc.nat(), (some, times, first, length) => {
        const all = Array.from({ length: times }, () => some).flat()
        const [start, end] = [Math.min(first, all.length), Math.min(first + length, all.length)]
        expect([...StringTable.of(all).slice(start, end)]).toEqual(all.slice(start, end))
      }),
    )
  })

  it('finds the place of a string in UTF-16 order, beyond the basic plane too', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '云', '\ud7ff', '\ue000', '\uffff', '𠀀', '🦭'),
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.uniqueArray(text), text, (texts, sought) => {
        const sorted = texts.sort()
        const before = sorted.filter((other) => other < sought)
        expect(StringTable.of(sorted).placeOf(sought)).toBe(before.length)
      }),
    )
  })

  it('refuses sections that do not fit together', () => {
    const sections = StringTable.of(['abc']).toSections()
    expect(() => StringTable.fromSections({ ...sections, bytes: Uint8Array.of(1) })).toThrow(IndexError)
    expect(() => StringTable.fromSections({ ...sections, offsets: new Uint32Array(0) })).toThrow(IndexError)
    expect(() => StringTable.fromSections({ bytes: Uint8Array.of(1) })).toThrow(IndexError)
  })
})
