import { beforeAll, describe, expect, it } from 'vitest'
import type { LexicalIndex } from '../../../src/index/lexical/lexical-index.ts'
import { expandTerm } from '../../../src/retrieval/lexical/expand-term.ts'
import { BilingualDictionary } from '../../../src/text/dictionary/bilingual-dictionary.ts'
import { compileDictionary } from '../../../src/text/dictionary/compile-dictionary.ts'
import { parseThesaurus } from '../../../src/text/dictionary/parse-thesaurus.ts'
import { termsOf } from '../../../src/text/terms.ts'
import { corpusOfTexts, SMALL_CEDICT, smallDictionary } from '../../support/corpora/small-corpus.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

const TEXT = `Kubernetes 和 Eucalyptus 由 Raskspace 收购。Docker 公司买下 Unikernels,伺服器在海岸。
The lighthouse of granite. Core, care and Rocket. k9s. Unikernals, Kabornetes. Sold, serialised.`

describe('expandTerm', () => {
  let lexicalIndex: LexicalIndex

  beforeAll(async () => {
    lexicalIndex = (await openSmallIndex({ corpus: corpusOfTexts({ text: TEXT }) })).index.lexicalIndex
  })

  /** The keys of the corpus that stand for the first word of a text, with their similarities. */
  function expand(text: string, kind = 'latin'): Map<string, number> {
    const [key, term] = [...termsOf(text, smallDictionary())].find(([, found]) => found.kind === kind) ?? []
    if (key === undefined || term === undefined) throw new Error(`no ${kind} in ${text}`)
    return new Map(
      expandTerm(key, term, lexicalIndex).map((one) => [
        lexicalIndex.termDictionary.key(one.term),
        one.similarity,
      ]),
    )
  }

  it.each([
    ['a synonym', '购买', 'word', '收购'],
    ['a synonym in traditional characters', '購買', 'word', '买下'],
    ['a translation into Chinese', 'purchase', 'latin', '收购'],
    ['a translation from Chinese', '灯塔', 'word', 'lighthous'],
    ['a numeronym', 'k8s', 'latin', '#k8s'],
    ['an inflection', 'lighthouses', 'latin', 'lighthous'],
    ['an irregular form', 'sell', 'latin', 'sold'],
    ['another spelling', 'serialize', 'latin', 'serialis'],
  ])('finds %s: %s', (_, text, kind, key) => {
    expect([...expand(text, kind).keys()]).toContain(key)
  })

  it.each([
    ['eucaliptus', 'eucalyptu'],
    ['kubernets', 'kubernet'],
    ['unikernals', 'unikernel'],
    ['dokcer', 'docker'],
    ['rackspace', 'raskspac'],
    ['rokcet', 'rocket'],
  ])('finds what %s is a misspelling of', (text, key) => {
    expect([...expand(text).keys()]).toContain(key)
  })

  it.each([
    ['in the other language', 'corporation', 'latin', '公司'],
    ['in the same language', 'beacon', 'latin', 'lighthous'],
    ['that no dictionary explains', '入手', 'word', '收购'],
    ['of a single character', '岸', 'character', '海岸'],
    ['for another form of the word', 'bought', 'latin', '收购'],
    ['in another form', 'vend', 'latin', 'sold'],
    ['of two words', 'take over', 'phrase', '收购'],
  ])('finds what the thesaurus knows to say the same %s: %s', async (_, text, kind, key) => {
    const senses = parseThesaurus(
      [
        'corporation / 公司',
        'lighthouse beacon / 灯楼',
        'snap / 收购 入手',
        'shore / 岸 海岸',
        'buy take-over / 收购',
        'vend sell / 贩卖',
      ].join('\n'),
    )
    const dictionary = new BilingualDictionary(compileDictionary(SMALL_CEDICT, 'with a thesaurus', senses))
    const corpus = corpusOfTexts({ text: TEXT })
    const words = (await openSmallIndex({ corpus, dictionary })).index.lexicalIndex
    const [[own, term] = []] = [...termsOf(text, dictionary)].filter(([, found]) => found.kind === kind)
    if (own === undefined || term === undefined) throw new Error(`no ${kind} in ${text}`)
    const keys = expandTerm(own, term, words).map((one) => words.termDictionary.key(one.term))
    expect(keys).toContain(key)
  })

  it('finds all of many words that say the same', async () => {
    const others = [
      'beacon',
      'pharos',
      'lantern',
      'lamp',
      'torch',
      'flare',
      'candle',
      'signal',
      'tower',
      'light',
    ]
    const senses = parseThesaurus(`lighthouse ${others.join(' ')} / 灯楼`)
    const dictionary = new BilingualDictionary(compileDictionary(SMALL_CEDICT, 'with many alike', senses))
    const corpus = corpusOfTexts({ text: others.map((word) => `A ${word} stands there.`).join('\n\n') })
    const words = (await openSmallIndex({ corpus, dictionary })).index.lexicalIndex
    const [[own, term] = []] = [...termsOf('lighthouse', dictionary)].filter(
      ([, { kind }]) => kind === 'latin',
    )
    if (own === undefined || term === undefined) throw new Error('no term')
    const keys = expandTerm(own, term, words).map((one) => words.termDictionary.key(one.term))
    const stems = others.flatMap((word) => [...termsOf(word, dictionary).keys()])
    expect(keys).toEqual(expect.arrayContaining(stems))
  })

  it('takes the word itself first, with a similarity of 1', () => {
    for (const [text, kind] of [
      ['收购', 'word'],
      ['docker', 'latin'],
      ['lighthouse', 'latin'],
    ] as const) {
      const [first] = expand(text, kind)
      expect(first?.[1]).toBe(1)
    }
  })

  it('gives the most similar first, each once, none beyond 1', () => {
    for (const [text, kind] of [
      ['购买', 'word'],
      ['purchase', 'latin'],
      ['eucaliptus', 'latin'],
    ] as const) {
      const similarities = [...expand(text, kind).values()]
      expect(similarities).toEqual([...similarities].sort((left, right) => right - left))
      for (const similarity of similarities) expect(similarity > 0 && similarity < 1).toBe(true)
    }
  })

  it('finds a long name that differs by its ending alone, though the corpus holds both', () => {
    expect([...expand('unikernal').keys()]).toEqual(['unikern', 'unikernel'])
    expect([...expand('kubernetes').keys()]).not.toContain('kabornet')
  })

  it('does not take short words for misspellings of one another', () => {
    expect([...expand('cor').keys()]).toEqual([])
    expect([...expand('care').keys()]).toEqual(['care'])
  })

  it('does not take an ordinary English word for a misspelt name', () => {
    expect([...expand('coast').keys()]).not.toContain('core')
    expect([...expand('railroad').keys()]).toEqual([])
  })

  it('keeps numeronyms of other lengths apart', () => {
    expect([...expand('k8s').keys()]).not.toContain('#k9s')
  })

  it('finds a number only as it is', () => {
    expect([...expand('2014', 'number').keys()]).toEqual([])
  })
})
