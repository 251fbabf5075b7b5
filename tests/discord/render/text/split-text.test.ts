import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText } from '../../../../src/discord/render/text/split-text.ts'
import { anyText } from '../../arbitrary-answers.ts'

const within = (limit: number) => (piece: string) => [...piece].length <= limit
const withoutSpace = (text: string) => text.replace(/\s+/g, '')

describe('splitText', () => {
  it('leaves alone what fits', () => {
    expect(splitText(' Docker was born in 2013. ', within(40))).toEqual(['Docker was born in 2013.'])
    expect(splitText(' \n ', within(40))).toEqual([])
  })

  it('splits at the end of a sentence, its markers with it', () => {
    expect(splitText('雲計算很久以前就開始了。[1] 然後有了容器。[2]', within(18))).toEqual([
      '雲計算很久以前就開始了。[1]',
      '然後有了容器。[2]',
    ])
    expect(splitText('It is so. [1] It is not, e.g. here. [2]', within(30))).toEqual([
      'It is so. [1]',
      'It is not, e.g. here. [2]',
    ])
  })

  it('keeps a marker with what it follows even where the marker alone does not fit', () => {
    const pieces = splitText('一二三四五六七八九十[12]', within(12))
    expect(pieces.at(-1)).toBe('十[12]')
    expect(pieces.join('')).toBe('一二三四五六七八九十[12]')
  })

  it('splits between words where a sentence does not fit', () => {
    expect(splitText('one two three four', within(9))).toEqual(['one two', 'three', 'four'])
    expect(splitText('一二三,四五六', within(5))).toEqual(['一二三,', '四五六'])
  })

  it('splits between characters as readers see them where a word does not fit', () => {
    expect(splitText('👨‍👩‍👧👨‍👩‍👧', within(7))).toEqual(['👨‍👩‍👧', '👨‍👩‍👧'])
    expect(splitText('𠮷𠮷𠮷', within(2))).toEqual(['𠮷𠮷', '𠮷'])
  })

  it('splits even a character that no message holds', () => {
    const pieces = splitText(`a${'\u0301'.repeat(200)}`, within(50))
    expect(pieces.join('')).toBe(`a${'\u0301'.repeat(200)}`)
  })

  it('does not split an address', () => {
    expect(splitText('see https://example.com/a,b;c?d=e please', within(30))).toEqual([
      'see',
      'https://example.com/a,b;c?d=e',
      'please',
    ])
    expect(splitText(`https://example.com/${'a'.repeat(30)}`, within(20)).join('')).toHaveLength(50)
  })

  it('does not split a fenced block of code that fits by itself', () => {
    const code = '```js\nrun();\nrun();\n```'
    expect(splitText(`Before that, this.\n${code}\nAnd after.`, within(30))).toEqual([
      'Before that, this.',
      code,
      'And after.',
    ])
  })

  it('keeps the indentation of a line that begins a piece', () => {
    expect(splitText('if (a)\n  run()\n  stop()', within(8))).toEqual(['if (a)', '  run()', '  stop()'])
  })

  it('loses nothing, fits always, and breaks no character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 500 }), (text, limit) => {
        const pieces = splitText(text, within(limit))
        expect(withoutSpace(pieces.join(''))).toBe(withoutSpace(text))
        for (const piece of pieces) {
          expect(within(limit)(piece)).toBe(true)
          expect(piece).not.toMatch(/\p{Surrogate}/u)
          expect(piece.trim()).not.toBe('')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('breaks a marker only where even that alone does not fit', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, fc.integer({ min: 1, max: 99 })), { maxLength: 5 }), (parts) => {
        const text = parts.map(([words, marker]) => `${words.replaceAll(/[[\]`]/g, '')}[${marker}]`).join('')
        const markers = splitText(text, within(100)).flatMap((piece) => piece.match(/\[\d+\]/g) ?? [])
        expect(markers).toEqual(text.match(/\[\d+\]/g) ?? [])
      }),
      { numRuns: 500 },
    )
  })
})
