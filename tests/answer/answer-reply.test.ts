import { describe, expect, it } from 'vitest'
import { answerReply } from '../../src/answer/answer-reply.ts'
import { articleOf } from '../support/articles.ts'

const article = articleOf('tea', ['Tea is old.'])
const [paragraph] = article.paragraphs

describe('answerReply', () => {
  it('cites what a reply says of an article, surely', () => {
    if (paragraph === undefined) throw new Error('no paragraph')
    const answer = answerReply({
      kind: 'answer',
      text: 'It is old.[1]',
      language: 'en',
      replyLanguage: 'en',
      quotes: [{ paragraph, article, start: 0, end: 3 }],
    })
    expect(answer).toMatchObject({ answered: true, confidence: 1, answerer: 'extractive' })
    expect(answer.citations).toMatchObject([{ marker: 1, quote: 'Tea', id: paragraph.id }])
    expect(answer).not.toHaveProperty('act')
  })

  it('is sure of nothing in conversation', () => {
    const answer = answerReply({
      kind: 'conversation',
      text: '你好!',
      language: 'en',
      replyLanguage: 'zh-Hant',
      quotes: [],
      act: 'greeting',
      suggestions: ['茶館什麼時候開的?'],
    })
    expect(answer).toEqual({
      kind: 'conversation',
      answered: false,
      answer: '你好!',
      citations: [],
      confidence: 0,
      language: 'en',
      answerLanguage: 'zh-Hant',
      answerer: 'conversation',
      related: [],
      act: 'greeting',
      suggestions: ['茶館什麼時候開的?'],
    })
  })
})
