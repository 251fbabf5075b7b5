import { describe, expect, it } from 'vitest'
import { suggestArticles, suggestQuestions } from '../../../src/discord/interactions/suggest.ts'
import type { Language, Suggestion } from '../../../src/domain.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'

const suggestion = (question: string, language: Language): Suggestion => ({
  question,
  language,
  paragraph: 'a#1',
})

const SUGGESTIONS = [
  suggestion('When was Docker founded?', 'en'),
  suggestion('Who founded Docker?', 'en'),
  suggestion('Docker 是誰創立的?', 'zh-Hant'),
  suggestion('Docker 是谁创立的?', 'zh-Hans'),
  suggestion('容器是什麼?', 'zh-Hant'),
  suggestion('很長的問題'.repeat(30), 'zh-Hant'),
]

const questions = (typed: string, language: Language, all: readonly Suggestion[] = SUGGESTIONS) =>
  suggestQuestions(all, typed, language).map(({ value }) => value)

describe('suggestQuestions', () => {
  it('offers the reader’s language before the others', () => {
    expect(questions('docker', 'zh-Hans')).toEqual([
      'Docker 是谁创立的?',
      'Docker 是誰創立的?',
      'When was Docker founded?',
      'Who founded Docker?',
    ])
  })

  it('offers what begins with the words before what contains them', () => {
    expect(questions('who', 'en')).toEqual(['Who founded Docker?'])
    expect(questions('docker founded', 'en')).toEqual(['When was Docker founded?', 'Who founded Docker?'])
    expect(questions('Ｄｏｃｋｅｒ 是', 'zh-Hant')).toEqual(['Docker 是誰創立的?', 'Docker 是谁创立的?'])
  })

  it('offers nothing rather than what has nothing to do with the words', () => {
    expect(questions('weather', 'en')).toEqual([])
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
    expect(questions('很長', 'zh-Hant')).toEqual([])
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
