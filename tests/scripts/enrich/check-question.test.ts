import { describe, expect, it } from 'vitest'
import { checkQuestion } from '../../../scripts/enrich/drafting/check-question.ts'
import type { Language } from '../../../src/domain/language.ts'

describe('checkQuestion', () => {
  it.each<[Language, string]>([
    ['zh-Hant', 'Lambda 是什麼時候發布的？'],
    ['zh-Hans', 'lambda 发布时间'],
    ['en', 'when did lambda come out'],
    ['zh-Hant', 'Docker 出品公司'],
    ['zh-Hans', 'Docker 出品公司'],
  ])('accepts %s "%s"', (language, question) => {
    expect(checkQuestion(` ${question} `, language)).toMatchObject({ question })
  })

  it.each<[Language, string, RegExp]>([
    ['zh-Hant', 'Lambda 是什么时候发布的？', /written in zh-Hans/],
    ['zh-Hans', 'Lambda 是什麼時候發布的？', /written in zh-Hant/],
    ['zh-Hans', 'when did lambda come out', /written in en/],
    ['en', 'Lambda 是什麼時候發布的？', /written in zh-Hant/],
    ['en', '?', /characters/],
    ['en', 'why '.repeat(40), /characters/],
    ['en', '2014?', /no words/],
    ['en', 'who said\nthat?', /more than one line/],
    ['en', 'what is at https://example.org', /web address/],
  ])('refuses %s "%s"', (language, question, fault) => {
    expect(checkQuestion(question, language)).toEqual({ fault: expect.stringMatching(fault) })
  })

  it('gives the same key to questions that differ by case, width, marks and spaces only', () => {
    const key = (language: Language, question: string) => {
      const checked = checkQuestion(question, language)
      return 'key' in checked ? checked.key : undefined
    }
    expect(key('en', 'Who bought Parse?')).toBe(key('en', 'who bought  ｐarse'))
    expect(key('en', 'Who bought Parse?')).not.toBe(key('en', 'Who bought Tutum?'))
    // The two scripts are written for two kinds of readers, though they are compared as one.
    expect(key('zh-Hant', '誰買了 Parse')).not.toBe(key('zh-Hans', '谁买了 Parse'))
  })
})
