import { describe, expect, it } from 'vitest'
import { inlineLine, inlineText } from '../../../src/corpus/blocks/inline-text.ts'

const text = (value: string) => ({ type: 'text' as const, value })

describe('inline text', () => {
  it('takes no longer for white space that goes on and on', () => {
    // A pattern that looks ahead from every space would need minutes for this.
    const wide = `中${'\u3000'.repeat(200_000)}文${' '.repeat(200_000)}\nend`
    expect(inlineText([text(wide)])).toMatch(/^中\u3000+文 end$/)
  })

  it('joins lines without a space between characters of spaceless scripts, astral ones too', () => {
    expect(inlineText([text('𠮷\n𩸽')])).toBe('𠮷𩸽')
    expect(inlineText([text('カナ\n中，\nA\n中')])).toBe('カナ中， A 中')
  })

  it('has one line for a heading or a cell', () => {
    expect(inlineLine([text('a\tb'), { type: 'break' }, text(' c')])).toBe('a b c')
  })
})
