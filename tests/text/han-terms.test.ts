import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BilingualDictionary, LONGEST_WORD } from '../../src/text/dictionary/bilingual-dictionary.ts'
import { type CedictEntry, compileDictionary } from '../../src/text/dictionary/compile-dictionary.ts'
import { normalise } from '../../src/text/normalise.ts'
import { CHINESE_STOP_WORDS } from '../../src/text/stop-words.ts'
import { type TermKind, termsOf } from '../../src/text/terms.ts'

const HAN_KINDS: ReadonlySet<TermKind> = new Set(['character', 'word', 'bigram'])

type Found = readonly [key: string, kind: TermKind]

/** The terms of Chinese by their definition, piece by piece and without a shortcut, in the order of the text. */
function plainTerms(text: string, words: ReadonlySet<string>): Found[] {
  return [...normalise(text).matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) => {
    const characters = [...run]
    const pieces = characters.flatMap((_, start) =>
      Array.from({ length: Math.min(LONGEST_WORD, characters.length - start) }, (_, more) => ({
        start,
        end: start + more + 1,
        text: characters.slice(start, start + more + 1).join(''),
      })),
    )
    const stopWords = pieces.filter((piece) => CHINESE_STOP_WORDS.has(piece.text))
    const isInStopWord = (at: number) => stopWords.some(({ start, end }) => start <= at && at < end)
    return pieces.flatMap(({ start, end, text }): Found[] => {
      const furthest = Math.max(
        0,
        ...stopWords.filter((w) => w.start <= start && start < w.end).map((w) => w.end),
      )
      if (end <= furthest) return []
      if (end - start === 1) return [[text, 'character']]
      const found: Found[] = words.has(text) ? [[text, 'word']] : []
      if (end - start === 2 && !(isInStopWord(start) && isInStopWord(start + 1)))
        found.unshift([`·${text}`, 'bigram'])
      return found
    })
  })
}

/** Each key once, with how often it was found. */
function counted(found: readonly Found[]) {
  const terms = new Map<string, { kind: TermKind; count: number }>()
  for (const [key, kind] of found) terms.set(key, { kind, count: (terms.get(key)?.count ?? 0) + 1 })
  return [...terms]
}

/** Words made of few characters, so that they overlap, begin alike and lie across stop words. */
const CHARACTERS = [...'茶叶公司什么时候是的不没有𠮷']
const wordOf = (most: number) =>
  fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: most })

function dictionaryOf(words: readonly string[]): BilingualDictionary {
  return new BilingualDictionary(
    compileDictionary(
      words.map((word): CedictEntry => [word, word, 'x', 'thing']),
      'test',
    ),
  )
}

function expectPlain(text: string, words: readonly string[]): void {
  const chinese = [...termsOf(text, dictionaryOf(words))].filter(([, { kind }]) => HAN_KINDS.has(kind))
  expect(chinese).toEqual(counted(plainTerms(text, new Set(words))))
}

describe('the Chinese terms of a text', () => {
  it.each([
    '什么时候开始',
    '它是什么',
    '什么时候候选人',
    '一个个体户',
    '茶的的茶',
    '𠮷野家的𠮷野家',
    '人从众𠈌',
    '一二三四五六七八',
    '二𫫇英2014年二𫫇英',
    '亞馬遜在2006年推出 EC2,後來是什麼時候收購的?',
  ])('are those of the definition: %s', (text) => {
    expectPlain(text, [
      '时候',
      '候选',
      '候选人',
      '个体',
      '个体户',
      '𠮷野',
      '一二三四五六',
      '一二三四五六七',
      '野家',
      '人从众𠈌',
      '二𫫇英',
      '推出',
      '是什么',
    ])
  })

  it('are those of the definition, whatever the text and the dictionary', () => {
    const piece = fc.oneof(
      { weight: 6, arbitrary: wordOf(9) },
      { weight: 2, arbitrary: fc.constantFrom(...CHINESE_STOP_WORDS) },
      fc.constantFrom('Docker', '2014', ',', ' ', '伺服器', '\ud842', '\udfb7', '々', 'Ａ肝'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.uniqueArray(wordOf(LONGEST_WORD), { maxLength: 40 }),
        (pieces, words) => expectPlain(pieces.join(''), words),
      ),
      { numRuns: 500 },
    )
  })
})
