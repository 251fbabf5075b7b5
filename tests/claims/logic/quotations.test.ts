import { describe, expect, it } from 'vitest'
import { misquotes } from '../../../src/claims/logic/quotations.ts'
import { TextReader } from '../../../src/claims/reading/read-text.ts'
import { BilingualDictionary } from '../../../src/text/dictionary/bilingual-dictionary.ts'
import { compileDictionary } from '../../../src/text/dictionary/compile-dictionary.ts'

const reader = new TextReader(new BilingualDictionary(compileDictionary([], 'test')))
const judge = (claim: string, ...sentences: string[]) =>
  misquotes(
    reader.read(claim),
    sentences.map((sentence) => reader.read(sentence)),
  )

const SAID = 'Voss noted that "the sea came up the stairs and went down again without an apology".'

describe('misquotes', () => {
  it('accepts words that stand side by side, whatever marks and scripts they have', () => {
    expect(judge('She wrote “came up the stairs, and went down again”.', SAID)).toBeUndefined()
    expect(judge('石敬之說「節制得近乎吝嗇」。', '石敬之称其“节制得近乎吝啬”。')).toBeUndefined()
  })

  it('tells words that never stand side by side from words that stand nowhere', () => {
    expect(judge('She wrote "the stairs went down again without the sea".', SAID)).toBe('frankenquote')
    expect(judge('She wrote "a storm took all of our boats".', SAID)).toBe('fabricated')
  })

  it('says nothing of a translation, of names and of titles', () => {
    expect(
      judge('The critic called it "restrained almost to stinginess".', '石敬之称其“节制得近乎吝啬”。'),
    ).toBeUndefined()
    expect(judge('The shop is called "Two Foxes".', SAID)).toBeUndefined()
    expect(judge('《这本书写得很好》', '石敬之称其好。')).toBeUndefined()
  })
})
