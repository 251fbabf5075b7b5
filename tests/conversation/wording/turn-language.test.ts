import { describe, expect, it } from 'vitest'
import { turnLanguage } from '../../../src/conversation/wording/turn-language.ts'
import type { Language } from '../../../src/domain/language.ts'
import type { Turn } from '../../../src/domain/question.ts'

const asked = (...contents: string[]): Turn[] => contents.map((content) => ({ role: 'user', content }))

describe('turnLanguage', () => {
  interface Told {
    readonly history?: Turn[]
    readonly readerLanguage?: Language
    readonly ofArticles?: string
  }

  // 你好 is written alike in both scripts.
  it.each<[string, string, Told, Language]>([
    ['its own words', '谢谢', { history: asked('這是什麼'), readerLanguage: 'zh-Hant' }, 'zh-Hans'],
    ['the conversation', '你好', { history: asked('这是什么', '好'), readerLanguage: 'zh-Hant' }, 'zh-Hans'],
    [
      'what the asker reads',
      '你好',
      { history: asked('what is it about'), readerLanguage: 'zh-Hans' },
      'zh-Hans',
    ],
    [
      'what the asker reads, before the articles',
      '你好',
      { readerLanguage: 'zh-Hans', ofArticles: 'zh-Hant' },
      'zh-Hans',
    ],
    ['the articles', '你好', { ofArticles: 'zh-CN' }, 'zh-Hans'],
    [
      'the articles, for a reader of English',
      '你好',
      { readerLanguage: 'en', ofArticles: 'zh-CN' },
      'zh-Hans',
    ],
    ['nothing', '你好', {}, 'zh-Hant'],
    [
      'the conversation, where there are no words',
      '👍',
      { history: asked('what is it about'), readerLanguage: 'zh-Hans' },
      'en',
    ],
    [
      'what the asker reads, where there are no words',
      '👍',
      { readerLanguage: 'zh-Hans', ofArticles: 'en' },
      'zh-Hans',
    ],
    ['the articles, where there are no words', '👍', { ofArticles: 'en' }, 'en'],
    ['its own words, in English', 'what is it about', { readerLanguage: 'zh-Hans' }, 'en'],
  ])('is told by %s', (_, question, { ofArticles, ...told }, language) => {
    expect(turnLanguage({ question, ...told }, ofArticles)).toBe(language)
  })
})
