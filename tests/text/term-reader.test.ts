import { describe, expect, it } from 'vitest'
import { TermReader } from '../../src/text/term-reader.ts'
import { termsOf } from '../../src/text/terms.ts'
import { smallDictionary } from '../support/small-corpus.ts'

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
})
