import { describe, expect, it } from 'vitest'
import { smallDictionary } from '../../support/corpora/small-corpus.ts'

const dictionary = smallDictionary()

describe('BilingualDictionary', () => {
  it('holds simplified words, each whole', () => {
    expect(dictionary.has('收购')).toBe(true)
    expect(dictionary.has('购')).toBe(false)
    expect(dictionary.has('收购公司')).toBe(false)
    expect(dictionary.has('收购\n购买')).toBe(false)
  })

  it('finds the same words inside a text', () => {
    const text = '他们收购公司'
    for (let start = 0; start < text.length; start++) {
      for (let end = start + 1; end <= text.length; end++) {
        const word = text.slice(start, end)
        expect(dictionary.has(text, start, end)).toBe(dictionary.has(word))
        if (word.length > 1 && dictionary.has(word))
          expect(dictionary.reachAt(text, start)).toBeGreaterThanOrEqual(end)
      }
      expect(dictionary.reachAt(text, start)).toBeLessThanOrEqual(text.length)
    }
    expect(dictionary.has(text, 2, 4)).toBe(true)
  })

  it('gives each word its stems, the most telling first', () => {
    expect(dictionary.glosses('购买').map(([stem]) => stem)).toEqual(['purchas', 'bui'])
    for (const word of dictionary.data.words.split('\n')) {
      const weights = dictionary.glosses(word).map(([, weight]) => weight)
      expect(weights).toEqual([...weights].sort((left, right) => right - left))
      for (const weight of weights) expect(weight > 0 && weight <= 1).toBe(true)
    }
  })

  it('gives each word a unit vector of stems, nearly', () => {
    for (const word of dictionary.data.words.split('\n')) {
      const glosses = dictionary.glosses(word)
      const squares = glosses.reduce((sum, [, weight]) => sum + weight * weight, 0)
      if (glosses.length > 0) expect(Math.abs(squares - 1)).toBeLessThan(0.1)
    }
  })

  it('tells ordinary words from names', () => {
    expect(dictionary.explains('purchas')).toBe(true)
    expect(dictionary.explains('docker')).toBe(false)
    expect(dictionary.rarity('docker')).toBeGreaterThan(dictionary.rarity('purchas'))
  })

  it('takes a word to be as telling as its most telling stem', () => {
    for (const word of dictionary.data.words.split('\n')) {
      const rarities = dictionary.glosses(word).map(([stem]) => dictionary.rarity(stem))
      if (rarities.length > 0) expect(dictionary.wordRarity(word)).toBe(Math.max(...rarities))
    }
  })

  it('knows a rarity for words that nothing explains', () => {
    expect(dictionary.wordRarity('無此字')).toBeGreaterThan(0)
    expect(Number.isFinite(dictionary.wordRarity(''))).toBe(true)
  })

  it('is not fooled by names of object properties', () => {
    expect(dictionary.has('constructor')).toBe(false)
    expect(dictionary.explains('__proto__')).toBe(false)
    expect(dictionary.glosses('toString')).toEqual([])
  })
})
