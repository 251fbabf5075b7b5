import { describe, expect, it } from 'vitest'
import { askedCount } from '../../../../src/conversation/about/recognise/asked-count.ts'

describe('askedCount', () => {
  it.each([
    ['tldr in five bullets', 5],
    ['sum it up in a sentence', 1],
    ['the 4 key takeaways please', 4],
    ['两句话总结', 2],
    ['a five-point digest', 5],
    ['key points, at most four', 4],
    ['给我十个重点', 10],
  ])('%s', (text, count) => {
    expect(askedCount(text)).toBe(count)
  })

  it.each([
    'summary',
    'the first point',
    '第三点',
    '简单一点',
    'in a few words',
    'a bit shorter',
  ])('%s asks for no number', (text) => {
    expect(askedCount(text)).toBeUndefined()
  })
})
