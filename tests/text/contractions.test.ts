import { describe, expect, it } from 'vitest'
import { termsOf } from '../../src/text/terms.ts'
import { smallDictionary } from '../support/corpora/small-corpus.ts'

describe('termsOf', () => {
  it.each([
    "isn't Docker",
    "Docker doesn't",
    "don't they've Docker",
    "Docker didn't, wouldn't, wasn't",
  ])('finds the name alone in "%s"', (text) => {
    expect([...termsOf(text, smallDictionary()).keys()]).toEqual(['docker'])
  })
})
