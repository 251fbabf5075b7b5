import { beforeAll, describe, expect, it } from 'vitest'
import { Conversation } from '../../src/conversation/conversation.ts'
import type { Understanding } from '../../src/conversation/understanding.ts'
import type { Turn } from '../../src/domain/question.ts'
import { openSmallIndex } from '../support/corpora/small-corpus-index.ts'

const ASKED: readonly Turn[] = [
  { role: 'user', content: 'Twinings 被誰收購了?' },
  { role: 'assistant', content: 'ABF 收購了 Twinings。[1]' },
]

describe('Conversation', () => {
  let conversation: Conversation

  beforeAll(async () => {
    conversation = new Conversation((await openSmallIndex()).index, async () => undefined)
  })

  function actOf(understanding: Understanding) {
    return understanding.kind === 'reply' ? understanding.reply.act : undefined
  }

  it.each([
    ['thanks!', 'thanks'],
    ['ok', 'assent'],
    ['👍', 'reaction'],
    ['lol', 'laughter'],
    ['?', 'unclear'],
    ['什麼？', 'unclear'],
    ['huh?', 'unclear'],
    ['1+1=?', 'out-of-scope'],
    ['no', 'complaint'],
    ['wrong', 'complaint'],
    ['stop', 'stop'],
    ['delete this', 'stop'],
    ['can you shut up', 'stop'],
    ['hi', 'greeting'],
    ['謝謝', 'thanks'],
    ['好的', 'assent'],
    ['不對', 'complaint'],
  ])('%s behind an answer is no question', async (question, act) => {
    expect(actOf(await conversation.understand({ question, history: ASKED }))).toBe(act)
  })

  it('replies in the language of the turn, of the conversation, or in the one asked for', async () => {
    const replyTo = async (question: string, more = {}) => {
      const understanding = await conversation.understand({ question, ...more })
      return understanding.kind === 'reply' ? understanding.reply : undefined
    }
    expect((await replyTo('hello'))?.replyLanguage).toBe('en')
    expect((await replyTo('谢谢你'))?.replyLanguage).toBe('zh-Hans')
    expect((await replyTo('thx', { history: ASKED }))?.replyLanguage).toBe('zh-Hant')
    expect(await replyTo('hello', { language: 'zh-Hans' })).toMatchObject({
      language: 'en',
      replyLanguage: 'zh-Hans',
    })
  })

  it('offers things to ask in the language of the reply, the same each time', async () => {
    const first = await conversation.understand({ question: 'hi' })
    expect(first).toEqual(await conversation.understand({ question: 'hi' }))
    const suggestions = first.kind === 'reply' ? (first.reply.suggestions ?? []) : []
    expect(suggestions.length).toBeGreaterThanOrEqual(2)
    for (const suggestion of suggestions) expect(suggestion).toMatch(/^[A-Z].*[?.]$/)
  })

  it('asks without the courtesy around a question, and without turns that say nothing', async () => {
    const history: Turn[] = [
      ...ASKED,
      { role: 'user', content: 'thanks!' },
      { role: 'assistant', content: 'You’re welcome!' },
    ]
    expect(await conversation.understand({ question: '好的,那是哪一年?謝謝', history })).toMatchObject({
      kind: 'question',
      question: '那是哪一年?',
      history: ASKED,
      language: 'zh-Hant',
    })
  })

  it('takes agreement to an offer for a question', async () => {
    const history: Turn[] = [{ role: 'assistant', content: 'Do you want to know who bought Twinings?' }]
    expect((await conversation.understand({ question: 'yes please', history })).kind).toBe('question')
    expect((await conversation.understand({ question: 'yes please', history: ASKED })).kind).toBe('reply')
  })

  it('takes doubt for the question before, which is then answered with how sure the answer is', async () => {
    for (const question of ['are you sure?', '真的假的', '你确定吗', 'says who?', '真係㗎?'])
      expect(await conversation.understand({ question, history: ASKED })).toMatchObject({
        kind: 'question',
        question: ASKED[0]?.content,
        revisit: 'doubt',
      })
    expect(actOf(await conversation.understand({ question: 'are you sure?' }))).toBe('unclear')
  })

  it.each([
    ['and the rest?', 'others'],
    ['what about the other one', 'others'],
    ['剩下的兩家呢?', 'others'],
    ['make it shorter', 'shorter'],
    ['where does it say that', 'source'],
  ])('says that «%s» wants %s of the answer before', async (question, revisit) => {
    const understood = await conversation.understand({ question, history: ASKED })
    expect(understood).toMatchObject({ kind: 'question', question: ASKED[0]?.content, revisit })
  })

  it('leaves "what?" out of what a turn can go back to', async () => {
    const history: Turn[] = [
      ...ASKED,
      { role: 'user', content: 'what?' },
      { role: 'assistant', content: 'What do you mean?' },
    ]
    expect(await conversation.understand({ question: 'say that again', history })).toMatchObject({
      question: ASKED[0]?.content,
    })
  })

  it('leans on a follow-up behind a question that would be none by itself', async () => {
    const history: Turn[] = [...ASKED, { role: 'user', content: '卖给谁了' }]
    expect(await conversation.understand({ question: '那家是哪国的?', history })).toMatchObject({
      kind: 'question',
      history,
    })
  })

  it('begins anew when the subject changes', async () => {
    const question = 'ok different topic, who built the lighthouse?'
    expect(await conversation.understand({ question, history: ASKED })).toMatchObject({ history: [] })
  })
})
