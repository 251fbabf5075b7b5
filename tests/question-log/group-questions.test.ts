import { describe, expect, it } from 'vitest'
import { groupQuestions } from '../../src/question-log/group-questions.ts'
import { QUESTION } from '../contracts/question-log.ts'

const groups = (...questions: string[]) =>
  groupQuestions(questions.map((question) => ({ ...QUESTION, question }))).map(({ wordings }) => wordings)

describe('groupQuestions', () => {
  it('puts questions together that are put in much the same words, the largest group first', () => {
    expect(
      groups(
        'Who founded Docker?',
        'When was Lambda released?',
        'when is lambda released',
        'Lambda release?',
        'when was Lambda released?',
      ),
    ).toEqual([
      [
        'When was Lambda released?',
        'when is lambda released',
        'Lambda release?',
        'when was Lambda released?',
      ],
      ['Who founded Docker?'],
    ])
  })

  it('knows Chinese in either script, and small words for what they are', () => {
    expect(groups('Lambda 什麼時候發布的?', 'Lambda什么时候发布', 'Docker 是誰創立的?')).toEqual([
      ['Lambda 什麼時候發布的?', 'Lambda什么时候发布'],
      ['Docker 是誰創立的?'],
    ])
  })

  it('names a group by the wording that was used most', () => {
    const asked = ['lambda pricing', 'Lambda pricing?', 'Lambda pricing?']
    expect(groups(...asked)).toEqual([['Lambda pricing?', 'lambda pricing']])
  })

  it('keeps apart what has only small words in common, and what has no words at all', () => {
    expect(groups('what is it', 'who are you', '???', '😀')).toHaveLength(4)
  })

  it('groups thousands of questions, each in one group', () => {
    const many = Array.from(
      { length: 5000 },
      (_, index) => `question about topic${index % 500} and item${index % 250}`,
    )
    const all = groupQuestions(many.map((question) => ({ ...QUESTION, question })))
    expect(all.flatMap(({ entries }) => entries)).toHaveLength(5000)
  })
})
