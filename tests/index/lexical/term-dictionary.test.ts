import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexError } from '../../../src/errors.ts'
import { decodeContainer, encodeContainer } from '../../../src/index/format/container.ts'
import { StringTable } from '../../../src/index/format/string-table.ts'
import { TermDictionary } from '../../../src/index/lexical/term-dictionary.ts'
import { editDistance } from '../../../src/text/edit-distance.ts'
import { smallDictionary } from '../../support/corpora/small-corpus.ts'

const KEYS = [
  '#k8s',
  '2014',
  'docker',
  'lighthous',
  'purchas',
  '·收购',
  '公司',
  '买',
  '收购',
  '茶',
  '购买',
  '𠮷',
]

function termDictionaryOf(keys: readonly string[]): TermDictionary {
  return new TermDictionary(StringTable.of([...new Set(keys)].sort()))
}

describe('TermDictionary', () => {
  it('numbers its terms by their keys, ascending', () => {
    const termDictionary = termDictionaryOf(KEYS)
    expect(termDictionary.size).toBe(KEYS.length)
    expect(Array.from({ length: termDictionary.size }, (_, term) => termDictionary.key(term))).toEqual(
      [...KEYS].sort(),
    )
  })

  it('finds each of its terms, and no other', () => {
    const key = fc.oneof(fc.constantFrom(...KEYS), fc.string({ unit: 'grapheme', maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(key), key, (keys, other) => {
        const termDictionary = termDictionaryOf(keys)
        for (const held of keys) expect(termDictionary.key(termDictionary.find(held) ?? -1)).toBe(held)
        if (!keys.includes(other)) expect(termDictionary.find(other)).toBeUndefined()
      }),
    )
  })

  it('comes out of a file as it went in', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 6 })), (keys) => {
        const termDictionary = termDictionaryOf(keys)
        const decoded = TermDictionary.fromSections(
          decodeContainer(encodeContainer(termDictionary.toSections())),
        )
        expect(decoded.size).toBe(termDictionary.size)
        for (let term = 0; term < decoded.size; term++)
          expect(decoded.key(term)).toBe(termDictionary.key(term))
      }),
    )
  })

  it('is not read from a file that holds none', () => {
    expect(() => TermDictionary.fromSections({})).toThrow(IndexError)
  })

  it('knows the terms that a stem explains: Chinese words, most of a word or little of it, and the stem itself', () => {
    const termDictionary = termDictionaryOf(KEYS)
    const explained = termDictionary.explained('purchas', smallDictionary())
    expect(explained.map(({ term }) => termDictionary.key(term)).sort()).toEqual(
      ['purchas', '收购', '购买'].sort(),
    )
    for (const { term, weight } of explained) {
      expect(weight > 0 && weight <= 1).toBe(true)
      if (termDictionary.key(term) === 'purchas') expect(weight).toBe(1)
    }
    expect(termDictionary.explained('nothing', smallDictionary())).toEqual([])
  })

  it('tells every word in Latin letters of a length that lies within so many edits', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'z')
    const word = fc.string({ unit: letter, minLength: 3, maxLength: 7 })
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        word,
        fc.integer({ min: 1, max: 2 }),
        (keys, key, edits) => {
          const termDictionary = termDictionaryOf([...keys, ...KEYS])
          for (let length = 1; length < 10; length++) {
            const like = [...termDictionary.latinLike(key, length, edits)]
            for (const found of like) {
              expect(termDictionary.key(found.term)).toBe(found.key)
              expect(found.key).toHaveLength(length)
            }
            const near = [...new Set(keys)].filter(
              (other) => other.length === length && editDistance(key, other, edits) <= edits,
            )
            expect(like.map((found) => found.key)).toEqual(expect.arrayContaining(near))
          }
        },
      ),
    )
  })

  it('passes over words with other letters, and over what is no word in Latin letters', () => {
    const like = [...termDictionaryOf(KEYS).latinLike('dokker', 6, 1)]
    expect(like.map(({ key }) => key)).toEqual(['docker'])
    expect(
      [...termDictionaryOf([...KEYS, 'banana']).latinLike('docker', 6, 1)].map(({ key }) => key),
    ).toEqual(['docker'])
    expect([...termDictionaryOf(KEYS).latinLike('2015', 4, 1)]).toEqual([])
  })

  it('says whether it is mostly Chinese', () => {
    expect(termDictionaryOf(['收购', '公司', 'docker']).isMostlyHan()).toBe(true)
    expect(termDictionaryOf(['收购', 'docker', 'lighthous']).isMostlyHan()).toBe(false)
    expect(termDictionaryOf(['·收购', '茶', '2014', 'docker']).isMostlyHan()).toBe(false)
    expect(termDictionaryOf([]).isMostlyHan()).toBe(false)
  })
})
