import { describe, expect, it } from 'vitest'
import { namingAuthor } from '../../../src/conversation/about/naming-author.ts'

describe('namingAuthor', () => {
  it('says the author for him behind a question about the author', () => {
    expect(namingAuthor('What else did he write?', 'who wrote this')).toBe('What else did the author write?')
    expect(namingAuthor('他還寫過什麼', '作者是谁')).toBe('作者還寫過什麼')
  })

  it('leaves other questions alone', () => {
    expect(namingAuthor('What else did he write?', 'who founded docker')).toBe('What else did he write?')
    expect(namingAuthor('他們是誰', '作者是谁')).toBe('他們是誰')
    expect(namingAuthor('What did he write?', undefined)).toBe('What did he write?')
  })
})
