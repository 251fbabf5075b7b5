import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '../../../src/domain/passage.ts'
import { IndexError } from '../../../src/errors.ts'
import { encodeLibrary } from '../../../src/index/documents/encode-library.ts'
import { StoredLibrary } from '../../../src/index/documents/stored-library.ts'
import { encodePassages, StoredPassages } from '../../../src/index/documents/stored-passages.ts'
import { decodeContainer, encodeContainer } from '../../../src/index/format/container.ts'
import { articleOf } from '../../support/corpora/articles.ts'

const TEXTS = ['從 Xen 到 KVM。Docker 誕生於 dotCloud。', '', '😀😀 AWS Lambda']
const library = new StoredLibrary(encodeLibrary([articleOf('cloud', TEXTS)]))

const anyText = fc.string({ unit: 'grapheme' })
const anyPassage: fc.Arbitrary<Passage> = fc
  .record({
    paragraphRow: fc.nat(TEXTS.length - 1),
    bounds: fc.tuple(fc.nat(20), fc.nat(20)),
    kind: fc.constantFrom('text' as const, 'question' as const),
    opening: anyText,
    quotes: fc.boolean(),
  })
  .map(({ paragraphRow, bounds, kind, opening, quotes }) => {
    const [start, end] = wholeCharacters(TEXTS[paragraphRow] ?? '', bounds)
    return {
      paragraphRow,
      kind,
      start,
      end,
      text: opening + (quotes ? TEXTS[paragraphRow]?.slice(start, end) : ''),
    }
  })

describe('stored passages', () => {
  it('gives back every passage', () => {
    fc.assert(
      fc.property(fc.array(anyPassage), (passages) => {
        const bytes = encodeContainer(encodePassages(passages, library))
        const stored = new StoredPassages(decodeContainer(bytes), library)
        expect(stored.count).toBe(passages.length)
        expect(passages.map((_, row) => stored.at(row))).toEqual(passages)
        expect(passages.map((_, row) => stored.kindAt(row))).toEqual(passages.map(({ kind }) => kind))
      }),
    )
  })

  it('keeps an opening that many passages share, and the words of the paragraph, once', () => {
    const long = '很長的一段'.repeat(1000)
    const one = new StoredLibrary(encodeLibrary([articleOf('a', [long])]))
    const passage: Passage = {
      paragraphRow: 0,
      kind: 'text',
      text: `標題\n${long}`,
      start: 0,
      end: long.length,
    }
    const bytes = encodeContainer(encodePassages(Array(50).fill(passage), one))
    expect(bytes.length).toBeLessThan(long.length)
  })

  it('has no passage outside its rows', () => {
    const stored = new StoredPassages(encodePassages([], library), library)
    for (const row of [-1, 0, 0.5]) {
      expect(() => stored.at(row)).toThrow(RangeError)
      expect(() => stored.kindAt(row)).toThrow(RangeError)
    }
  })

  it('refuses sections that do not fit together', () => {
    const sections = encodePassages([{ paragraphRow: 0, kind: 'text', text: 'a', start: 0, end: 1 }], library)
    for (const name of Object.keys(sections)) {
      const { [name]: _, ...others } = sections
      expect(() => new StoredPassages(others, library), name).toThrow(IndexError)
    }
    expect(() => new StoredPassages({ ...sections, paragraphs: Uint32Array.of(3) }, library)).toThrow(
      IndexError,
    )
    expect(() => new StoredPassages({ ...sections, openingOf: Uint32Array.of(9) }, library)).toThrow(
      IndexError,
    )
  })
})

/** Two positions in ascending order, inside the text and between its characters. */
function wholeCharacters(text: string, bounds: readonly [number, number]): [number, number] {
  const positions = [0]
  for (const character of text) positions.push((positions.at(-1) ?? 0) + character.length)
  const [low, high] = bounds[0] < bounds[1] ? bounds : [bounds[1], bounds[0]]
  return [positions[low % positions.length] ?? 0, positions[high % positions.length] ?? 0].sort(
    (a, b) => a - b,
  ) as [number, number]
}
