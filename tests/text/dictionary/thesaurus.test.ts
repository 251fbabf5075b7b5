import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../../src/errors.ts'
import { loadDictionary } from '../../../src/indexing/load-dictionary.ts'
import { compileThesaurus } from '../../../src/text/dictionary/compile-thesaurus.ts'
import { parseThesaurus } from '../../../src/text/dictionary/parse-thesaurus.ts'
import { Thesaurus } from '../../../src/text/dictionary/thesaurus.ts'
import { WordTable } from '../../../src/text/dictionary/word-table.ts'

/** Of a dictionary. */
const WORDS = ['买', '天气', '秋天', '茶']
const STEMS = ['bui', 'fall', 'lighthous']

const tableOf = (words: readonly string[]) => new WordTable(words.join('\n'))

function thesaurusOf(...lines: string[]): Thesaurus {
  return new Thesaurus(
    compileThesaurus(parseThesaurus(lines.join('\n')), WORDS, STEMS),
    tableOf(WORDS),
    tableOf(STEMS),
  )
}

/** What may stand for a word, by its key. */
function alternativesOf(thesaurus: Thesaurus, key: string): Map<string | undefined, number> {
  return new Map(
    thesaurus.alternatives(key).map(({ word, similarity }) => [thesaurus.keyAt(word), similarity]),
  )
}

describe('parseThesaurus', () => {
  it('reads a sense a line, and passes over comments and empty lines', () => {
    expect(parseThesaurus('# words\n\nbuy acquire take-over / 买 收购\ntea / 茶\n')).toEqual([
      { english: ['buy', 'acquire', 'take-over'], chinese: ['买', '收购'] },
      { english: ['tea'], chinese: ['茶'] },
    ])
  })

  it('writes words as questions and texts are compared', () => {
    expect(parseThesaurus('server / 伺服器')).toMatchObject([{ chinese: ['服务器'] }])
  })

  it.each([
    ['has one language', 'tea'],
    ['has no Chinese words', 'tea / '],
    ['has no English words', '/ 茶'],
    ['holds capitals', 'Tea / 茶'],
    ['mixes the languages', 'tea 茶 / 茶'],
  ])('says which line it is that %s', (_, line) => {
    expect(() => parseThesaurus(`# words\n${line}`)).toThrow(ConfigurationError)
    expect(() => parseThesaurus(`# words\n${line}`)).toThrow(/^Line 2 /)
  })
})

describe('Thesaurus', () => {
  it('joins words of the same sense, in and between the languages, by the stems of English ones', () => {
    const thesaurus = thesaurusOf('buy purchases / 买 收购')
    for (const key of ['bui', 'purchas', '买', '收购']) {
      const others = ['bui', 'purchas', '买', '收购'].filter((other) => other !== key)
      expect([...alternativesOf(thesaurus, key).keys()].sort()).toEqual(others.sort())
    }
  })

  it('takes words for less alike the more of their senses differ', () => {
    const thesaurus = thesaurusOf('fall autumn / 秋天', 'fall drop / 跌', 'fall lose / 败', 'tea / 茶')
    const alternatives = alternativesOf(thesaurus, 'fall')
    expect(alternatives.get('秋天')).toBeLessThan(alternativesOf(thesaurus, '秋天').get('autumn') ?? 0)
    expect(alternatives.get('秋天')).toBeGreaterThan(0)
    expect(alternatives.has('茶')).toBe(false)
    expect(alternativesOf(thesaurus, '茶').get('tea')).toBeGreaterThan(alternatives.get('秋天') ?? 0)
  })

  it('takes words for more alike that share several senses', () => {
    const thesaurus = thesaurusOf('big large / 大 巨', 'big grand / 大')
    const alternatives = alternativesOf(thesaurus, 'big')
    expect(alternatives.get('大')).toBeGreaterThan(alternatives.get('巨') ?? 1)
  })

  it('knows nothing of a word that it does not hold, nor when it is empty', () => {
    expect(thesaurusOf('tea / 茶').alternatives('咖啡')).toEqual([])
    expect(thesaurusOf().alternatives('')).toEqual([])
    expect(thesaurusOf().numberOf('')).toBeUndefined()
  })
})

describe('the thesaurus that is shipped', () => {
  const text = readFileSync(new URL('../../../data/thesaurus/thesaurus.txt', import.meta.url), 'utf8')

  it('holds each sense once, ascending', () => {
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines).toEqual([...new Set(lines)].sort())
    expect(parseThesaurus(text)).toHaveLength(lines.length)
  })

  it('finds each word by its number and the number by the word', async () => {
    const { thesaurus } = await loadDictionary()
    const keys = Array.from({ length: thesaurus.size }, (_, number) => thesaurus.keyAt(number) ?? '')
    expect(keys.filter((key, number) => thesaurus.numberOf(key) !== number)).toEqual([])
    expect(thesaurus.keyAt(keys.length)).toBeUndefined()
    expect(thesaurus.numberOf('no such word')).toBeUndefined()
  })

  it('counts the words of each sense', async () => {
    const { memberCounts, members } = (await loadDictionary()).data.thesaurus
    expect(memberCounts.reduce((sum, count) => sum + count, 0)).toBe(members.length)
  })

  it.each([
    ['acquir', '收购'],
    ['founder', '创办人'],
    ['倒闭', '破产'],
    ['drawback', '缺点'],
  ])('knows that %s and %s say the same', async (one, other) => {
    const { thesaurus } = await loadDictionary()
    expect(alternativesOf(thesaurus, one).get(other)).toBeGreaterThan(0.3)
  })
})
