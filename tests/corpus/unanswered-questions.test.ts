import { describe, expect, it } from 'vitest'
import { parseUnansweredQuestions } from '../../src/corpus/unanswered-questions.ts'
import { CorpusError } from '../../src/errors.ts'

describe('questions that an article does not answer', () => {
  it('are listed by language', () => {
    const yaml = 'en:\n  - who is the CEO\nzh-Hant:\n  - 總部在哪\n  - 123\n'
    expect(parseUnansweredQuestions(yaml, 'a.unanswered.yaml')).toEqual([
      { language: 'zh-Hant', text: '總部在哪' },
      { language: 'zh-Hant', text: '123' },
      { language: 'en', text: 'who is the CEO' },
    ])
  })

  it('may be added at the end, under a language that comes again', () => {
    const yaml = 'en:\n  - who is the CEO\nzh-Hant:\n  - 總部在哪\n\nen:\n  - who left\n'
    expect(parseUnansweredQuestions(yaml, 'a.unanswered.yaml').map(({ text }) => text)).toEqual([
      '總部在哪',
      'who is the CEO',
      'who left',
    ])
  })

  it('may be none', () => {
    expect(parseUnansweredQuestions('# nothing yet\n', 'a.unanswered.yaml')).toEqual([])
  })

  it.each([
    ['a list without languages', '- who is the CEO', /zh-Hant, zh-Hans and en/],
    ['a language that is not read', 'fr:\n  - qui\n', /fr/],
    ['a language without a list where it comes again', 'en:\n  - who\nen: why\n', /en: /],
    ['a language without a list at first', 'en: why\nen:\n  - who\n', /en: /],
    ['broken YAML', 'en: [a', /line 1/],
  ])('is refused by name where it is %s', (_, yaml, message) => {
    const parse = () => parseUnansweredQuestions(yaml, 'a.unanswered.yaml')
    expect(parse).toThrow(CorpusError)
    expect(parse).toThrow(/a\.unanswered\.yaml/)
    expect(parse).toThrow(message)
  })
})
