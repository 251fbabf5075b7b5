import { describe, expect, it } from 'vitest'
import { TermReader } from '../../src/text/term-cache.ts'
import { termsOf } from '../../src/text/terms.ts'
import { smallDictionary } from '../support/corpora/small-corpus.ts'

describe('a reader of terms', () => {
  it('finds what there is, the second time from memory', () => {
    const reader = new TermReader(smallDictionary())
    const first = reader.read('茶葉從福建運往倫敦')
    expect(first).toEqual(termsOf('茶葉從福建運往倫敦', smallDictionary()))
    expect(reader.read('茶葉從福建運往倫敦')).toBe(first)
  })

  it('does not keep a text that would take the room of many', () => {
    const reader = new TermReader(smallDictionary())
    const long = '茶'.repeat(2000)
    expect(reader.read(long)).toEqual(reader.read(long))
    expect(reader.read(long)).not.toBe(reader.read(long))
  })

  it('forgets the texts read longest ago when it holds as many terms as it may', () => {
    const texts = ['茶葉', '福建', '倫敦']
    const sizes = texts.map((text) => termsOf(text, smallDictionary()).size + 1)
    const reader = new TermReader(smallDictionary(), (sizes[1] ?? 0) + (sizes[2] ?? 0))
    const [first, second] = texts.map((text) => reader.read(text))
    expect(reader.read('福建')).toBe(second)
    expect(reader.read('茶葉')).toEqual(first)
    expect(reader.read('茶葉')).not.toBe(first)
  })

  it('keeps texts without a term in bounds too', () => {
    const reader = new TermReader(smallDictionary(), 2)
    const [first] = ['!', '?', '。'].map((text) => reader.read(text))
    expect(reader.read('!')).not.toBe(first)
  })
})
