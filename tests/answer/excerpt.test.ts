import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptAround } from '../../src/answer/excerpt.ts'
import { paragraphOf, spanOf } from '../support/corpora/paragraphs.ts'

const LONGEST_EXCERPT = 2000

function prose(text: string) {
  return paragraphOf([{ kind: 'prose', text }])
}

describe('excerptAround', () => {
  it('leaves a paragraph of usual length alone', () => {
    const paragraph = prose('一句話。'.repeat(500))
    expect(excerptAround(paragraph, { start: 40, end: 44 })).toEqual({ text: paragraph.text, textStart: 0 })
  })

  it('keeps whole sentences on both sides of the words that matter', () => {
    const text = `${'先說一句話。'.repeat(500)}這是答案。${'再說一句話。'.repeat(500)}`
    const { text: cut, textStart } = excerptAround(prose(text), spanOf(text, '這是答案。'))
    expect(cut).toMatch(/^(先說一句話。){160,170}這是答案。(再說一句話。){160,170}$/)
    expect(text.startsWith(cut, textStart)).toBe(true)
  })

  it('keeps whole lines of code', () => {
    const lines = Array.from({ length: 400 }, (_, i) => `  const value${i} = ${i}`)
    const paragraph = paragraphOf([{ kind: 'code', text: lines.join('\n') }])
    const { text } = excerptAround(paragraph, spanOf(paragraph.text, 'const value200 = 200'))
    for (const line of text.split('\n')) expect(lines).toContain(`  ${line.trimStart()}`)
    expect(text).toContain('const value190 = 190\n')
  })

  it('leaves a neighbour out that is too long itself', () => {
    const text = `${'很長'.repeat(1500)}。這是答案。${'很長'.repeat(1500)}。`
    expect(excerptAround(prose(text), spanOf(text, '這是答案。')).text).toBe('這是答案。')
  })

  it('cuts inside a sentence that has no end', () => {
    const text = '😀'.repeat(5000)
    const { text: cut, textStart } = excerptAround(prose(text), { start: 5000, end: 5010 })
    expect(cut.length).toBeGreaterThan(LONGEST_EXCERPT - 3)
    expect(textStart).toBeGreaterThan(3900)
    expect(cut).not.toMatch(/\p{Surrogate}/u)
  })

  /** Seven sentences of 500 characters. */
  const sevenSentences = {
    text: 'x'.repeat(3500),
    sentences: Array.from({ length: 7 }, (_, at) => ({ start: at * 500, end: at * 500 + 500 })),
  }

  it.each([
    ['the first', { start: 0, end: 500 }, { start: 0, end: 2000 }],
    ['the second', { start: 500, end: 1000 }, { start: 0, end: 2000 }],
    ['one in the middle', { start: 1500, end: 2000 }, { start: 500, end: 2500 }],
    ['the last', { start: 3000, end: 3500 }, { start: 1500, end: 3500 }],
  ])('takes sentences before and after %s by turns, as many as there is room for', (_which, span, expected) => {
    const { text, textStart } = excerptAround(sevenSentences, span)
    expect({ start: textStart, end: textStart + text.length }).toEqual(expected)
  })

  it.each([
    ['at its beginning', { start: 0, end: 10 }, { start: 0, end: 2000 }],
    ['in its middle', { start: 2000, end: 2100 }, { start: 1050, end: 3050 }],
    ['at its end', { start: 4990, end: 5000 }, { start: 3000, end: 5000 }],
  ])('shows as much before as after words in a sentence that is too long: %s', (_where, span, expected) => {
    const sentences = [
      { start: 0, end: 5000 },
      { start: 5000, end: 7500 },
    ]
    const whole = excerptAround({ text: 'x'.repeat(5000), sentences: sentences.slice(0, 1) }, span)
    expect({ start: whole.textStart, end: whole.textStart + whole.text.length }).toEqual(expected)
    expect(excerptAround({ text: 'x'.repeat(7500), sentences }, span).text).toHaveLength(LONGEST_EXCERPT)
  })

  it('leaves out the halves of characters at both ends', () => {
    const text = `a${'😀'.repeat(3000)}`
    const sentences = [{ start: 0, end: text.length }]
    const { text: cut, textStart } = excerptAround({ text, sentences }, { start: 3001, end: 3003 })
    expect({ start: textStart, end: textStart + cut.length }).toEqual({ start: 2003, end: 4001 })
  })

  it('keeps the words that matter, in a text that stands in the paragraph and is no longer than it may be', () => {
    const piece = fc.constantFrom('茶館', '開了', '。', 'Tea. ', '\n', '😀', '𠮷'.repeat(300), ' ')
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 30 }),
        fc.nat(60),
        fc.nat(),
        fc.nat(800),
        (pieces, times, at, length) => {
          const all = prose(
            pieces
              .join('')
              .repeat(1 + times)
              .trim(),
          )
          const characters = [...all.text]
          const from = at % (characters.length || 1)
          const start = characters.slice(0, from).join('').length
          const end = start + characters.slice(from, from + 1 + length).join('').length
          const { text, textStart } = excerptAround(all, { start, end })
          expect(all.text.slice(textStart, textStart + text.length)).toBe(text)
          expect(textStart).toBeLessThanOrEqual(start)
          expect(textStart + text.length).toBeGreaterThanOrEqual(end)
          expect(text.length).toBeLessThanOrEqual(Math.max(LONGEST_EXCERPT, end - start))
          expect(text).not.toMatch(/\p{Surrogate}/u)
        },
      ),
    )
  })
})
