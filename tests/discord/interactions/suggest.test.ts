import { describe, expect, it } from 'vitest'
import { suggestArticles, suggestQuestions } from '../../../src/discord/interactions/suggest.ts'
import type { Suggestion } from '../../../src/domain/index-snapshot.ts'
import type { Language } from '../../../src/domain/language.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'

const suggestion = (question: string, language: Language, paragraphId = question): Suggestion => ({
  question,
  language,
  paragraphId,
})

const SUGGESTIONS = [
  suggestion('When was Docker founded?', 'en'),
  suggestion('Who founded Docker?', 'en'),
  suggestion('Docker 是誰創立的?', 'zh-Hant'),
  suggestion('Docker 是谁创立的?', 'zh-Hans'),
  suggestion('容器是什麼?', 'zh-Hant'),
  suggestion('很長的問題'.repeat(30), 'zh-Hant'),
]

const noArticles = { ...fakeSnapshot().library, articleCount: 0 }
const questions = (typed: string, language: Language, suggestions: readonly Suggestion[] = SUGGESTIONS) =>
  suggestQuestions({ suggestions, library: noArticles }, typed, language).map(({ value }) => value)

describe('suggestQuestions', () => {
  it('offers what is typed as it is, then the reader’s language before the others', () => {
    expect(questions('docker', 'zh-Hans')).toEqual([
      'docker',
      'Docker 是谁创立的?',
      'Docker 是誰創立的?',
      'When was Docker founded?',
      'Who founded Docker?',
    ])
  })

  it('offers what begins with the words before what contains them', () => {
    expect(questions('who', 'en')).toEqual(['who', 'Who founded Docker?'])
    expect(questions('docker founded', 'en').slice(1)).toEqual([
      'When was Docker founded?',
      'Who founded Docker?',
    ])
    for (const typed of ['Ｄｏｃｋｅｒ 是', 'docker是']) {
      expect(questions(typed, 'zh-Hant').slice(1)).toEqual(['Docker 是誰創立的?', 'Docker 是谁创立的?'])
    }
  })

  it('offers only what is typed rather than what has nothing to do with it', () => {
    expect(questions('weather', 'en')).toEqual(['weather'])
  })

  it('takes words for words: neither the middle of one nor a letter of one is enough', () => {
    const all = [suggestion('How big a role does OpenStack play?', 'en'), suggestion('How do I start?', 'en')]
    expect(questions('how do I', 'en', all)).toEqual(['how do I', 'How do I start?'])
    expect(questions('tack', 'en', all)).toEqual(['tack'])
  })

  it('forgives a wrong letter', () => {
    expect(questions('fuonded docker', 'en').slice(1)).toEqual([
      'When was Docker founded?',
      'Who founded Docker?',
    ])
  })

  it('offers one question for each answer, the best-written', () => {
    const all = [
      suggestion('was docker founded in some year', 'en', 'a#1'),
      suggestion('When was Docker founded?', 'en', 'a#1'),
      suggestion('docker founders', 'en', 'a#2'),
    ]
    expect(questions('docker', 'en', all)).toEqual(['docker', 'docker founders', 'When was Docker founded?'])
  })

  it('offers headings where no question is written', () => {
    const { library } = fakeSnapshot()
    const offered = (typed: string) =>
      suggestQuestions({ suggestions: [], library }, typed, 'en').map(({ value }) => value)
    expect(offered('')).toEqual(['雲 <計算> & 容器', '1、開始', '更深', 'Ships'])
    expect(offered('開')).toEqual(['開', '1、開始'])
  })

  it('spreads over the corpus when nothing is typed, at most 25, never twice', () => {
    const many = Array.from({ length: 260 }, (_, index) =>
      suggestion(`Question ${Math.floor(index / 2)}?`, 'en'),
    )
    const offered = questions('', 'en', many)
    expect(offered.length).toBeLessThanOrEqual(25)
    expect(offered.at(-1)).toBe('Question 124?')
    expect(new Set(offered).size).toBe(offered.length)
  })

  it('leaves out what Discord would refuse', () => {
    expect(questions('很長', 'zh-Hant')).toEqual(['很長'])
    expect(questions('x'.repeat(101), 'en')).toEqual([])
    expect(questions('', 'zh-Hant')).toEqual(['Docker 是誰創立的?', '容器是什麼?'])
  })
})

describe('suggestArticles', () => {
  it('offers articles by their titles', () => {
    const { library } = fakeSnapshot()
    expect(suggestArticles(library, '').map(({ value }) => value)).toEqual(['cloud', 'notes/ships'])
    expect(suggestArticles(library, 'SHIP')).toEqual([{ name: 'Ships', value: 'notes/ships' }])
  })
})
