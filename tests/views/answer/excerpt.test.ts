import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from '../../../src/views/answer/excerpt.ts'

/** What is shown before, of and after the cited words. */
function shown(citation: Parameters<typeof excerptOf>[0], context?: number) {
  const { start, end, isCutBefore, isCutAfter } = excerptOf(citation, context)
  const { text } = citation
  return {
    before: (isCutBefore ? '…' : '') + text.slice(start, citation.start),
    quote: text.slice(citation.start, citation.end),
    after: text.slice(citation.end, end) + (isCutAfter ? '…' : ''),
  }
}

describe('the cited words in their context', () => {
  it('are a whole paragraph if it is short', () => {
    expect(shown({ text: 'One. Two. Three.', start: 5, end: 9, textStart: 0 })).toEqual({
      before: 'One. ',
      quote: 'Two.',
      after: ' Three.',
    })
  })

  it('say that the beginning of a very long paragraph is left out', () => {
    expect(shown({ text: 'One. Two.', start: 5, end: 9, textStart: 4000 }).before).toBe('…One. ')
  })

  it('stand between whole sentences where a paragraph is long', () => {
    const text = `${'很久以前的事。'.repeat(10)}就是這句。${'後來的事很多。'.repeat(10)}`
    const start = text.indexOf('就是')
    const { before, quote, after } = shown({ text, start, end: start + 5, textStart: 0 }, 20)
    expect(quote).toBe('就是這句。')
    expect(before).toBe('…很久以前的事。很久以前的事。')
    expect(after).toBe('後來的事很多。後來的事很多。…')
  })

  it('never split a character, and never leave the paragraph', () => {
    const paragraph = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(paragraph, fc.nat(), fc.nat(), (text, a, b) => {
        const points = [...text]
        const from = a % points.length
        const start = points.slice(0, from).join('').length
        const end = start + points.slice(from, from + 1 + (b % 5)).join('').length
        const { before, quote, after } = shown({ text, start, end, textStart: 0 }, 10)
        expect(quote).toBe(text.slice(start, end))
        expect(text.slice(0, start).endsWith(before.replace(/^…/, '')) || before.startsWith('……')).toBe(true)
        expect(before + after).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})
