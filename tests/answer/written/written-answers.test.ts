import { beforeAll, describe, expect, it } from 'vitest'
import type { IndexSnapshot } from '../../../src/domain/index-snapshot.ts'
import { openShippedSnapshot } from '../shipped-snapshot.ts'

const HAN = /\p{Script=Han}/u

describe('the article that Footnote comes with, asked in other languages', () => {
  let snapshot: IndexSnapshot

  beforeAll(async () => {
    snapshot = await openShippedSnapshot()
  })

  it('answers in English with the Chinese words as citation', async () => {
    const answer = await snapshot.ask({ question: 'When was Lambda released?' })
    expect(answer).toMatchObject({ answerer: 'written', language: 'en', answerLanguage: 'en' })
    expect(answer.answer).toMatch(/14 November 2014.*\[1\]$/)
    expect(answer.citations).toMatchObject([
      { language: 'zh-Hant', quote: expect.stringContaining('2014年11月14日') },
    ])
  })

  it.each([
    'Lambda 什麼時候發布的?',
    '亚马逊什么时候发布的 Lambda?',
  ])('quotes for those who read it: %s', async (question) => {
    const answer = await snapshot.ask({ question })
    expect(answer).toMatchObject({ answerer: 'extractive', answerLanguage: 'zh-Hant' })
    expect(answer.answer).toContain('2014年11月14日')
  })

  it('heeds the language that is asked for', async () => {
    const english = await snapshot.ask({ question: 'Lambda 什麼時候發布的?', language: 'en' })
    expect(english).toMatchObject({ answerer: 'written', language: 'zh-Hant', answerLanguage: 'en' })
    const chinese = await snapshot.ask({ question: 'When was Lambda released?', language: 'zh-Hans' })
    expect(chinese).toMatchObject({ answerer: 'extractive', language: 'en', answerLanguage: 'zh-Hant' })
  })

  it('cites no more than it is asked to, and each statement once', async () => {
    const answer = await snapshot.ask({ question: 'who made eucalyptus', maxCitations: 1 })
    expect(answer.citations).toHaveLength(1)
    expect(answer.answer.match(/\[\d+\]/g)).toEqual(['[1]'])
    expect(answer.answer).not.toMatch(HAN)
  })

  it('streams what it answers', async () => {
    const parts: string[] = []
    const answer = await snapshot.ask(
      { question: 'When was Lambda released?' },
      { onPart: (part) => parts.push(part.type === 'token' ? part.text : `(${part.citations.length})`) },
    )
    expect(parts[0]).toBe('(1)')
    expect(parts.slice(1).join('')).toBe(answer.answer)
  })
})
