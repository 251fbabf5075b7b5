import { describe, expect, it } from 'vitest'
import { answerReply } from '../../src/answer/answer-reply.ts'
import { articleOf } from '../support/corpora/articles.ts'

const article = articleOf('tea', ['Tea is old.'])
const [paragraph] = article.paragraphs

describe('answerReply', () => {
  it('cites what a reply says of an article, surely', () => {
    if (paragraph === undefined) throw new Error('no paragraph')
    const answer = answerReply({
      kind: 'answer',
      text: 'It says:',
      language: 'en',
      replyLanguage: 'en',
      says: [{ paragraph, article, start: 0, end: 3, text: 'Old is [1] tea.' }],
    })
    expect(answer).toMatchObject({ answered: true, confidence: 1, answerer: 'extractive' })
    expect(answer.answer).toBe('It says:\n\nOld is ［1］ tea.[1]')
    expect(answer.citations).toMatchObject([{ marker: 1, quote: 'Tea', id: paragraph.id }])
    expect(answer).not.toHaveProperty('act')
  })

  it('lists what it says, or quotes it as what it is', () => {
    if (paragraph === undefined) throw new Error('no paragraph')
    const said = { paragraph, article, start: 0, end: 11 }
    const common = { kind: 'answer', language: 'en', replyLanguage: 'en', text: 'In short:' } as const
    const listed = answerReply({ ...common, says: [said, said], asList: true })
    expect(listed.answer).toBe('In short:\n\n- Tea is old.[1]\n- Tea is old.[2]')
    expect(answerReply({ ...common, says: [said] }).answer).toBe('In short:\n\nTea is old.[1]')
  })

  it('lists titles that hold mark-up as they are', () => {
    const reply = { kind: 'conversation', language: 'en', replyLanguage: 'en', says: [] } as const
    expect(answerReply({ ...reply, text: 'Which?', items: ['“a_b”', '<b>'] }).answer).toBe(
      'Which?\n\n- “a_b”\n- `<b>`',
    )
  })

  it('is sure of nothing in conversation', () => {
    const answer = answerReply({
      kind: 'conversation',
      text: '你好!',
      language: 'en',
      replyLanguage: 'zh-Hant',
      says: [],
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
