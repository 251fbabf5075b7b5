import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/indexing/load-dictionary.ts'
import { BilingualDictionary } from '../../../src/text/dictionary/bilingual-dictionary.ts'
import { type CedictEntry, compileDictionary } from '../../../src/text/dictionary/compile-dictionary.ts'
import { parseThesaurus } from '../../../src/text/dictionary/parse-thesaurus.ts'
import { SMALL_CEDICT } from '../../support/corpora/small-corpus.ts'

function dictionaryOf(...entries: CedictEntry[]): BilingualDictionary {
  return new BilingualDictionary(compileDictionary(entries, 'test'))
}

function stemsOf(dictionary: BilingualDictionary, word: string): string[] {
  return dictionary.glosses(word).map(([stem]) => stem)
}

/** How alike two words are explained, 0–1. */
function overlap(dictionary: BilingualDictionary, one: string, other: string): number {
  const weights = new Map(dictionary.glosses(other))
  return dictionary.glosses(one).reduce((sum, [stem, weight]) => sum + weight * (weights.get(stem) ?? 0), 0)
}

describe('compileDictionary', () => {
  it('explains simplified words by the stems of English ones', () => {
    const dictionary = dictionaryOf(
      ['收購', '收购', 'shou1 gou4', 'to purchase'],
      ['購買', '购买', 'gou4 mai3', ['purchasing', 'buying']],
      ['買', '买', 'mai3', 'to buy'],
    )
    expect(stemsOf(dictionary, '收购')).toEqual(['purchas'])
    expect(stemsOf(dictionary, '购买').sort()).toEqual(['bui', 'purchas'])
    expect(dictionary.has('收購')).toBe(false)
    expect(dictionary.glosses('收購')).toEqual([])
  })

  it('joins the entries of a word', () => {
    const dictionary = dictionaryOf(
      ['發', '发', 'fa1', 'to send out'],
      ['髮', '发', 'fa4', 'hair'],
      ['毛', '毛', 'mao2', 'hair'],
      ['寄', '寄', 'ji4', 'to send'],
    )
    expect(stemsOf(dictionary, '发').sort()).toEqual(['hair', 'send'])
  })

  it('keeps only the stems that explain several words', () => {
    const dictionary = dictionaryOf(
      ['茶', '茶', 'cha2', ['tea', 'Camellia']],
      ['茶葉', '茶叶', 'cha2 ye4', 'tea'],
    )
    expect(stemsOf(dictionary, '茶')).toEqual(['tea'])
    expect(dictionary.explains('tea')).toBe(true)
    expect(dictionary.explains('camellia')).toBe(false)
  })

  it('leaves out cross references, labels, stop words and the Chinese inside meanings', () => {
    const dictionary = dictionaryOf(
      ['甲', '甲', 'jia3', ['variant of 乙|乙[yi3]', 'see 乙[yi3]', 'sth shell of 乙|乙[yi3]']],
      ['乙', '乙', 'yi3', ['the shell', 'surname Yi', 'CL:個|个[ge4]']],
      ['丙', '丙', 'bing3', ['surname Bing', 'CL:個|个[ge4]', 'used in 甲']],
    )
    expect(stemsOf(dictionary, '甲')).toEqual(['shell'])
    expect(stemsOf(dictionary, '乙')).toEqual(['shell'])
    expect(dictionary.has('丙')).toBe(false)
  })

  it('leaves out what is no Han word, and what is longer than a word that is looked for', () => {
    const dictionary = dictionaryOf(
      ['卡拉OK', '卡拉OK', 'ka3 la1 O K', 'karaoke'],
      ['伴唱', '伴唱', 'ban4 chang4', 'karaoke'],
      ['跟唱', '跟唱', 'gen1 chang4', 'karaoke'],
      ['一二三四五六七', '一二三四五六七', 'yi1', 'karaoke'],
      ['一二三四五六', '一二三四五六', 'yi1', 'karaoke'],
    )
    expect(dictionary.data.words.split('\n').sort()).toEqual(['一二三四五六', '伴唱', '跟唱'].sort())
  })

  it('weighs a first meaning more than a later one, and a meaning more than a remark', () => {
    const dictionary = dictionaryOf(
      ['甲', '甲', 'jia3', ['alpha', 'beta', 'gamma (delta)']],
      ['乙', '乙', 'yi3', 'alpha'],
      ['丙', '丙', 'bing3', 'beta'],
      ['丁', '丁', 'ding1', 'gamma'],
      ['戊', '戊', 'wu4', 'delta'],
    )
    expect(stemsOf(dictionary, '甲')).toEqual(['alpha', 'beta', 'gamma', 'delta'])
    const weights = dictionary.glosses('甲').map(([, weight]) => weight)
    expect(weights).toEqual([...new Set(weights)].sort((left, right) => right - left))
  })

  it('weighs a stem more the fewer words it explains', () => {
    const dictionary = dictionaryOf(
      ['甲', '甲', 'jia3', 'rare common'],
      ['乙', '乙', 'yi3', 'rare'],
      ...[...'丙丁戊己庚辛'].map((word): CedictEntry => [word, word, 'x', 'common']),
    )
    const weights = new Map(dictionary.glosses('甲'))
    expect(weights.get('rare')).toBeGreaterThan(weights.get('common') ?? 1)
    expect(dictionary.rarity('rare')).toBeGreaterThan(dictionary.rarity('common'))
  })

  it('does not depend on the order of the entries, and makes the same each time', () => {
    const data = compileDictionary(SMALL_CEDICT, 'v')
    expect(compileDictionary([...SMALL_CEDICT].reverse(), 'v')).toEqual(data)
    expect(compileDictionary(SMALL_CEDICT, 'v')).toEqual(data)
  })

  it('lists words and stems in the order of their code units', () => {
    const { words, stems } = compileDictionary(SMALL_CEDICT, 'v')
    expect(words.split('\n')).toEqual([...words.split('\n')].sort())
    expect(stems.split('\n')).toEqual([...stems.split('\n')].sort())
  })

  it('explains words that only the thesaurus holds by the English ones beside them', () => {
    const senses = parseThesaurus('tea infusion / 茶 茶汤 饮')
    const dictionary = new BilingualDictionary(compileDictionary(SMALL_CEDICT, 'test', senses))
    expect(stemsOf(dictionary, '茶汤')).toEqual(['tea'])
    expect(stemsOf(dictionary, '茶')).toEqual(stemsOf(dictionaryOf(...SMALL_CEDICT), '茶'))
    // A single character is a term without being a word.
    expect(dictionary.has('饮')).toBe(false)
  })

  it('makes an empty dictionary of nothing', () => {
    const dictionary = dictionaryOf()
    expect(dictionary.has('茶')).toBe(false)
    expect(dictionary.explains('')).toBe(false)
    expect(dictionary.glosses('')).toEqual([])
  })
})

describe('the dictionary of CC-CEDICT', () => {
  let dictionary: BilingualDictionary

  beforeAll(async () => {
    dictionary = await loadDictionary()
  })

  it.each([
    ['收购', '购买'],
    ['公司', '企业'],
    ['发布', '公布'],
  ])('explains %s much as %s', (one, other) => {
    expect(overlap(dictionary, one, other)).toBeGreaterThan(0.2)
    expect(overlap(dictionary, one, other)).toBeGreaterThan(overlap(dictionary, one, '天气') + 0.2)
  })

  it.each([
    ['收购', 'purchas'],
    ['创始人', 'founder'],
    ['服务器', 'server'],
    ['软件', 'softwar'],
    ['融资', 'financ'],
  ])('explains %s by %s', (word, stem) => {
    expect(stemsOf(dictionary, word)).toContain(stem)
  })

  it.each(['docker', 'openstack', 'kubernet', 'eucalyptu2', 'coreo'])('takes %s for a name', (stem) => {
    expect(dictionary.explains(stem)).toBe(false)
    expect(dictionary.rarity(stem)).toBeGreaterThan(dictionary.rarity('compani'))
  })

  it('fits its numbers', () => {
    const { glossStems, glossCounts, stems, words } = dictionary.data
    const stemCount = stems.split('\n').length
    expect(stemCount).toBeLessThan(2 ** 16)
    expect(glossStems.every((row) => row < stemCount)).toBe(true)
    expect(glossCounts.length).toBe(words.split('\n').length)
    expect(glossCounts.reduce((sum, count) => sum + count, 0)).toBe(glossStems.length)
  })
})
