import { describe, expect, it } from 'vitest'
import { linesIn, overlaps, trimmedSpan, wholeLines } from '../../../src/answer/blocks/lines.ts'

describe('linesIn', () => {
  it('takes a range apart at its line feeds, and keeps empty lines', () => {
    const text = 'before\none\n\n  two\nafter'
    const lines = linesIn(text, { start: 7, end: 17 })
    expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(['one', '', '  two'])
    expect(linesIn('', { start: 0, end: 0 })).toEqual([{ start: 0, end: 0 }])
  })
})

describe('wholeLines', () => {
  it('reaches to the ends of the lines, and no further than the block', () => {
    const text = 'before\n\none\ntwo\nthree\n\nafter'
    const block = { start: 8, end: 21 }
    const linesOf = (words: string) => {
      const start = text.indexOf(words)
      const lines = wholeLines(text, block, { start, end: start + words.length })
      return text.slice(lines.start, lines.end)
    }
    expect(linesOf('w')).toBe('two')
    expect(linesOf('ne\ntw')).toBe('one\ntwo')
    expect(linesOf('hre')).toBe('three')
    expect(linesOf('one\ntwo\nthree')).toBe('one\ntwo\nthree')
    expect(wholeLines('tea', { start: 0, end: 3 }, { start: 1, end: 2 })).toEqual({ start: 0, end: 3 })
  })
})

describe('trimmedSpan', () => {
  it('leaves out white space at both ends', () => {
    expect(trimmedSpan('  tea \n', { start: 0, end: 7 })).toEqual({ start: 2, end: 5 })
    expect(trimmedSpan('   ', { start: 0, end: 3 })).toEqual({ start: 3, end: 3 })
  })
})

describe('overlaps', () => {
  it('is whether two ranges share a character', () => {
    expect(overlaps({ start: 0, end: 2 }, { start: 1, end: 3 })).toBe(true)
    expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 })).toBe(false)
  })
})
