import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../../src/corpus/parse-article.ts'

const texts = (text: string) =>
  parseArticle({ path: 'a.txt', text }).paragraphs.map((paragraph) => paragraph.text)

describe('a text without empty lines', () => {
  it('has its lines joined where they are cut off at a margin', () => {
    expect(
      texts(
        'The Quarry\nThe quarry at Stone End was opened in the\nspring of 1766 by two brothers from Wales\nand closed in 1931.\nWhen the last of its slate had been taken\nout of the ground, the village left.',
      ),
    ).toEqual([
      'The Quarry',
      'The quarry at Stone End was opened in the spring of 1766 by two brothers from Wales and closed in 1931.',
      'When the last of its slate had been taken out of the ground, the village left.',
    ])
  })

  it('has a paragraph at each indented line', () => {
    expect(
      texts(
        '　　青石鎮的鐘樓建於光緒十二年，由鎮上的商\n會出資，每天敲響三次。\n　　鎮東的石橋由匠人周二喜設計。',
      ),
    ).toEqual([
      '青石鎮的鐘樓建於光緒十二年，由鎮上的商會出資，每天敲響三次。',
      '鎮東的石橋由匠人周二喜設計。',
    ])
  })

  it('keeps lines that end where their sentences do, and verses', () => {
    expect(texts('一。\n二。\n')).toEqual(['一。', '二。'])
    expect(texts('床前明月光\n疑是地上霜\n舉頭望明月')).toEqual(['床前明月光', '疑是地上霜', '舉頭望明月'])
  })
})

describe('a text with empty lines', () => {
  it('has paragraphs between them, and at indented lines', () => {
    expect(texts('one\ntwo\n \n# three\n')).toEqual(['one two', '# three'])
    expect(texts('第一章\n\n　　老王出\n海。\n　　他回來。\n')).toEqual(['第一章', '老王出海。', '他回來。'])
  })
})
