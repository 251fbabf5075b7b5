import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StyledSpan } from '../../src/domain/span.ts'
import { marked, markedSlice, readMarks, withoutMarks } from '../../src/text/inline-marks.ts'

describe('a text that carries its styles', () => {
  it('gives them back by offsets, outer before inner', () => {
    const text = `a ${marked(`b ${marked('c', 'code')}`, 'link', 'https://example.org')} d`
    expect(withoutMarks(text)).toBe('a b c d')
    expect(readMarks(text)).toEqual({
      text: 'a b c d',
      styles: [
        { start: 2, end: 5, style: 'link', href: 'https://example.org/' },
        { start: 4, end: 5, style: 'code' },
      ],
    })
  })

  it('leaves the white space outside, and nothing around nothing', () => {
    expect(readMarks(`a${marked(' b ', 'strong')}c`).styles).toEqual([{ start: 2, end: 3, style: 'strong' }])
    expect(marked('  ', 'strong')).toBe('  ')
  })

  it('has no style within the same', () => {
    const text = marked(`a ${marked(`b ${marked('c', 'code')}`, 'strong')}`, 'strong')
    expect(readMarks(text).styles.map(({ style }) => style)).toEqual(['strong', 'code'])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    './guide.md',
    '#part',
    'mailto:a@example.org',
    'https://',
  ])('links to no address but one of the web: %s', (href) => {
    expect(marked('words', 'link', href)).toBe('words')
    expect(readMarks(`\ufdd8l${href}\ufdd9words\ufdda`)).toEqual({ text: 'words', styles: [] })
  })

  it('is cut like its text', () => {
    const words = fc.array(fc.constantFrom('a', 'b ', '中', ' ', '\n', '😀'), { maxLength: 12 })
    const style = fc.constantFrom<StyledSpan['style']>('code', 'strong', 'emphasis')
    fc.assert(
      fc.property(words, style, style, fc.nat(20), fc.nat(20), (pieces, outer, inner, a, b) => {
        const text = pieces.join('')
        const styles = [
          { start: 0, end: text.length, style: outer },
          { start: Math.min(2, text.length), end: text.length, style: inner },
        ]
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
        const slice = markedSlice({ text, styles }, { start, end })
        expect(readMarks(slice).text).toBe(text.slice(start, end))
        for (const span of readMarks(slice).styles) {
          expect(span.start).toBeLessThan(span.end)
          expect(text.slice(start, end).slice(span.start, span.end)).toMatch(/^\S(?:[\s\S]*\S)?$/)
        }
      }),
    )
  })
})
