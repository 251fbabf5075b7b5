import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordTable } from '../../../src/text/dictionary/word-table.ts'

/** Few characters, so that words share beginnings and hashes; one takes two code units. */
const characters = (maxLength: number, minLength = 0) =>
  fc.string({ unit: fc.constantFrom(...'茶叶公司𠮷a'), minLength, maxLength })
const wordLists = fc.uniqueArray(characters(6, 1), { maxLength: 60 })

describe('WordTable', () => {
  it('gives each word its line', () => {
    const words = new WordTable('公\n公司\n茶叶')
    expect(words.size).toBe(3)
    expect(['公', '公司', '茶叶'].map((word) => words.rowOf(word))).toEqual([0, 1, 2])
  })

  it('knows neither pieces of words, nor several, nor the line break between them', () => {
    const words = new WordTable('公司\n茶叶')
    for (const text of ['', '公', '司', '茶叶公', '公司\n', '\n', '公司\n茶叶'])
      expect(words.rowOf(text)).toBeUndefined()
  })

  it('holds nothing where there is no word', () => {
    const words = new WordTable('')
    expect(words.size).toBe(0)
    expect(words.rowOf('')).toBeUndefined()
    expect(words.rowOf('茶')).toBeUndefined()
    expect(words.reachAt('茶叶', 0)).toBe(0)
  })

  it('finds in a text what a list of the words would', () => {
    fc.assert(
      fc.property(wordLists, characters(12), (list, text) => {
        const words = new WordTable(list.join('\n'))
        for (let start = 0; start <= text.length; start++) {
          for (let end = start + 1; end <= text.length; end++) {
            const row = list.indexOf(text.slice(start, end))
            expect(words.rowOf(text, start, end)).toBe(row < 0 ? undefined : row)
          }
        }
      }),
    )
  })

  it('reaches behind every word of two code units or more', () => {
    fc.assert(
      fc.property(wordLists, characters(12), (list, rest) => {
        const words = new WordTable(list.join('\n'))
        for (const word of list.filter(({ length }) => length > 1))
          expect(words.reachAt(word + rest, 0)).toBeGreaterThanOrEqual(word.length)
      }),
    )
  })

  it('reaches nowhere from most places', () => {
    const words = new WordTable(
      Array.from({ length: 500 }, (_, i) => `茶${String.fromCharCode(0x4e00 + i)}`).join('\n'),
    )
    const reached = Array.from({ length: 1000 }, (_, i) => `司${String.fromCharCode(0x4e00 + i)}`).filter(
      (text) => words.reachAt(text, 0) > 0,
    )
    expect(reached.length).toBeLessThan(600)
  })
})
