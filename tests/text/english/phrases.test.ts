import { describe, expect, it } from 'vitest'
import { BilingualDictionary } from '../../../src/text/dictionary/bilingual-dictionary.ts'
import { compileDictionary } from '../../../src/text/dictionary/compile-dictionary.ts'
import { parseThesaurus } from '../../../src/text/dictionary/parse-thesaurus.ts'
import { phraseKey } from '../../../src/text/english/phrases.ts'
import { kindOf, termsOf } from '../../../src/text/terms.ts'
import { SMALL_CEDICT } from '../../support/corpora/small-corpus.ts'

const SENSES = ['turn-off disable / 停用', 'give-up / 放弃', 'carry-out / 执行', 'dark-horse / 黑马']
const dictionary = new BilingualDictionary(
  compileDictionary(SMALL_CEDICT, 'with phrases', parseThesaurus(SENSES.join('\n'))),
)

function phrasesOf(text: string): string[] {
  return [...termsOf(text, dictionary)].flatMap(([key, { kind }]) => (kind === 'phrase' ? [key] : []))
}

describe('phrases', () => {
  it.each([
    ['side by side', 'how to turn off logging'],
    ['around what is turned off', 'how do I turn the old logger off?'],
    ['in another form', 'it was turned off, turning off is easy'],
    ['with a hyphen', 'the turn-off switch'],
    ['over the end of a line', 'turn\noff'],
    ['around code', 'turn `logger` off'],
  ])('are found %s', (_, text) => {
    expect(phrasesOf(text)).toEqual(['turn off'])
  })

  it('are found in a form that is irregular', () => {
    expect(phrasesOf('They gave up')).toEqual(['give up'])
  })

  it('have a key that stemming leaves alone', () => {
    expect(phrasesOf('carries out')).toEqual([phraseKey('carry', 'out')])
    expect(kindOf(phraseKey('carry', 'out'))).toBe('phrase')
  })

  it.each([
    ['of two sentences', 'It has a turn. Off we go'],
    ['of two clauses', 'turn, off'],
    ['far apart', 'turn all of these many switches off'],
    ['in the other order', 'off turn'],
    ['that nobody knows', 'turn up'],
    ['of which the second word is no particle, with something between', 'a dark brown horse'],
    ['across Chinese', 'turn 一下 off'],
  ])('are no words %s', (_, text) => {
    expect(phrasesOf(text)).toEqual([])
  })

  it.each([
    'a dark horse',
    'as dark as a horse',
  ])('of other words are found across what says nothing: %s', (text) => {
    expect(phrasesOf(text)).toEqual([phraseKey('dark', 'horse')])
  })

  it('leave their words terms of their own', () => {
    expect([...termsOf('turn off', dictionary).keys()]).toEqual(['turn', 'off', 'turn off'])
  })
})
