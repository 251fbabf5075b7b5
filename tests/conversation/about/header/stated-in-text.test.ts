import { describe, expect, it } from 'vitest'
import { statedInText } from '../../../../src/conversation/about/header/stated-in-text.ts'
import { articleOf } from '../../../support/corpora/articles.ts'

describe('statedInText', () => {
  it.each([
    ['author', 'By Jane Doe'],
    ['author', '作者:王小明'],
    ['date', 'Last updated on 3 May 2021'],
    ['date', '發表於 2016年3月1日'],
    ['url', '原文連結:https://example.org/a'],
  ] as const)('finds the %s in "%s"', (fact, line) => {
    const article = articleOf('a', ['Tea is old.', line])
    expect(statedInText(article, fact)).toMatchObject({
      paragraph: { text: line },
      start: 0,
      end: line.length,
    })
  })

  it.each([
    ['author', 'By the way, tea is old.'],
    ['date', 'Updated drivers are needed.'],
  ] as const)('takes no other line for the %s: %s', (fact, line) => {
    expect(statedInText(articleOf('a', [line]), fact)).toBeUndefined()
  })
})
