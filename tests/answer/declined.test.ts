import { describe, expect, it } from 'vitest'
import { DECLINED } from '../../src/answer/declined.ts'
import type { Language } from '../../src/domain/language.ts'
import { detectLanguage } from '../../src/text/languages.ts'

describe('what is said when the corpus does not say', () => {
  it.each(Object.entries(DECLINED))('is written in its language: %s', (language, text) => {
    const others: readonly Language[] = ['zh-Hant', 'zh-Hans', 'en']
    for (const fallback of others) expect(detectLanguage(text, fallback)).toBe(language)
  })

  it.each(Object.values(DECLINED))('is one sentence without a marker: %s', (text) => {
    expect(text).toMatch(/^[^.。]+[.。]$/)
    expect(text).not.toMatch(/\[\d+\]/)
  })
})
