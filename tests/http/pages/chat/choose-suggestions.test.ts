import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Suggestion } from '../../../../src/domain/index-snapshot.ts'
import type { Language } from '../../../../src/domain/language.ts'
import { chooseSuggestions } from '../../../../src/http/pages/chat/choose-suggestions.ts'

function suggestion(question: string, language: Language = 'en', paragraphId = 'a#1'): Suggestion {
  return { question, language, paragraphId }
}

describe('the questions that a page begins with', () => {
  it('are in the reader’s language, or in the nearest that there is', () => {
    const all = [suggestion('What?'), suggestion('什么?', 'zh-Hans')]
    expect(chooseSuggestions(all, 'en', 4).map(({ question }) => question)).toEqual(['What?'])
    expect(chooseSuggestions(all, 'zh-Hant', 4).map(({ question }) => question)).toEqual(['什么?'])
  })

  it('are written out where enough of them are', () => {
    const all = [
      suggestion('what is docker'),
      suggestion('What is it?'),
      suggestion('Who?'),
      suggestion('and why'),
    ]
    expect(chooseSuggestions(all, 'en', 2).map(({ question }) => question)).toEqual(['What is it?', 'Who?'])
    expect(chooseSuggestions(all, 'en', 4)).toHaveLength(4)
  })

  it('are about the chosen articles', () => {
    const all = [
      suggestion('One?'),
      suggestion('Two?', 'en', 'notes/b#1'),
      suggestion('Three?', 'en', 'notes/bc#1'),
    ]
    expect(chooseSuggestions(all, 'en', 4, ['notes/b']).map(({ question }) => question)).toEqual(['Two?'])
  })

  it('are as many as there may be, none twice, from the beginning to the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 8 }), (count, most) => {
        const all = Array.from({ length: count }, (_, n) => suggestion(`Question ${n}?`))
        const chosen = chooseSuggestions([...all, ...all], 'en', most).map(({ question }) => question)
        expect(chosen).toHaveLength(Math.min(count, most))
        expect(new Set(chosen).size).toBe(chosen.length)
        if (count > 0) expect(chosen[0]).toBe('Question 0?')
      }),
    )
  })
})
