import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '../../../src/domain/passage.ts'
import { knownRowsOf } from '../../../src/index/build/known-rows.ts'
import { encodeLibrary } from '../../../src/index/documents/encode-library.ts'
import { StoredLibrary } from '../../../src/index/documents/stored-library.ts'
import { encodePassages, StoredPassages } from '../../../src/index/documents/stored-passages.ts'
import { articleOf } from '../../support/corpora/articles.ts'

const library = new StoredLibrary(encodeLibrary([articleOf('a', ['one'])]))

function passagesOf(texts: readonly string[]): Passage[] {
  return texts.map((text) => ({ paragraphRow: 0, kind: 'text', text, start: 0, end: 0 }))
}

function storedOf(texts: readonly string[]): StoredPassages {
  return new StoredPassages(encodePassages(passagesOf(texts), library), library)
}

const anyTexts = fc.array(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 60 })

describe('knownRowsOf', () => {
  it('finds a row of the same text for every passage that has one', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, (before, after) => {
        const rows = knownRowsOf(passagesOf(after), storedOf(before))
        for (const [at, text] of after.entries()) {
          const row = rows[at] ?? -1
          if (before.includes(text)) expect(before[row]).toBe(text)
          else expect(row).toBe(-1)
        }
      }),
    )
  })

  it('finds each passage in its own row where nothing changed', () => {
    const same = ['a', 'b', 'a', 'b', 'c']
    expect([...knownRowsOf(passagesOf(same), storedOf(same))]).toEqual([0, 1, 2, 3, 4])
  })

  it('goes on behind what was changed, added or removed', () => {
    const texts = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => `text ${from + at}`)
    const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)
    const after = ['new', ...texts(0, 30), 'changed', ...texts(31, 50), ...texts(90, 200)]
    expect([...knownRowsOf(passagesOf(after), storedOf(texts(0, 200)))]).toEqual([
      -1,
      ...rows(0, 30),
      -1,
      ...rows(31, 50),
      ...rows(90, 200),
    ])
  })
})
