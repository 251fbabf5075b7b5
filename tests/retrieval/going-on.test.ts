import { describe, expect, it } from 'vitest'
import { standaloneQuestion } from '../../src/retrieval/question/standalone-question.ts'

describe('standaloneQuestion', () => {
  it.each([
    ['Docker 是誰做的?', '還有呢?'],
    ['Docker 是谁做的?', '然后呢?'],
    ['Docker 是誰做的?', '後來呢?'],
    ['Docker 是谁做的?', '后来呢'],
    ['Docker 是谁做的?', '还有其他的呢?'],
    ['茶館是誰開的?', '後來呢?'],
    ['茶館是誰開的?', '之後呢?'],
  ])('%s → %s goes on about the same', (before, question) => {
    const { parts } = standaloneQuestion(
      question,
      [{ role: 'user', content: before }],
      (word) => word === 'docker',
    )
    expect(parts).toMatchObject([{ text: question }, { text: before, withoutNames: false }])
  })
})
