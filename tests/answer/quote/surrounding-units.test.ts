import { describe, expect, it } from 'vitest'
import { withSurroundings } from '../../../src/answer/quote/surrounding-units.ts'
import type { Span } from '../../../src/domain/span.ts'
import { type BlockText, paragraphOf, spanOf } from '../../support/corpora/paragraphs.ts'

/** The words that are quoted in the end, of these blocks, where these words were chosen. */
function grown(blocks: readonly BlockText[], chosen: string, fits: (span: Span) => boolean = () => true) {
  const paragraph = paragraphOf(blocks)
  const { start, end } = withSurroundings(paragraph, spanOf(paragraph.text, chosen), fits)
  return paragraph.text.slice(start, end)
}

const shorterThan = (length: number) => (span: Span) => span.end - span.start < length
const prose = (text: string): BlockText => ({ kind: 'prose', text })
const CODE: BlockText = { kind: 'code', text: 'open()\nclose()' }
const TABLE: BlockText = { kind: 'table', text: 'name\tsize\nlamp\t4\nmirror\t9' }
const listOf = (length: number): BlockText => ({
  kind: 'list',
  text: Array.from({ length }, (_, item) => `Item ${item} of the list.`).join('\n'),
})

describe('withSurroundings', () => {
  it('takes in all blocks where they fit', () => {
    expect(grown([prose('Before.'), prose('Chosen.'), prose('After.')], 'Chosen.')).toBe(
      'Before.\n\nChosen.\n\nAfter.',
    )
  })

  it('grows by sentences, what follows first', () => {
    const blocks = [prose('One. Two.'), prose('Three. Four.')]
    expect(grown(blocks, 'Two.', shorterThan(13))).toBe('Two.\n\nThree.')
  })

  it('goes on with what stands before where what follows does not fit', () => {
    const blocks = [prose('One.'), prose('Two.'), prose('A third sentence that is long.')]
    expect(grown(blocks, 'Two.', shorterThan(20))).toBe('One.\n\nTwo.')
  })

  it('keeps the quote where nothing more fits', () => {
    expect(grown([prose('One. Two.'), prose('Three.')], 'Two.', () => false)).toBe('Two.')
  })

  it('grows to 600 characters and no further', () => {
    const rest = 600 - 'One.\n\n'.length
    expect(grown([prose('One.'), prose(`${'x'.repeat(rest - 1)}.`)], 'One.')).toHaveLength(600)
    expect(grown([prose('One.'), prose(`${'x'.repeat(rest)}.`)], 'One.')).toBe('One.')
  })

  it('keeps the quote of a paragraph of one block', () => {
    expect(grown([prose('One. Two. Three.')], 'Two.')).toBe('Two.')
  })

  it.each([CODE, TABLE])('takes in $kind whole or not at all', (block) => {
    const whole = `Chosen.\n\n${block.text}`
    expect(grown([prose('Chosen.'), block], 'Chosen.')).toBe(whole)
    expect(grown([prose('Chosen.'), block], 'Chosen.', shorterThan(whole.length))).toBe('Chosen.')
  })

  it('takes in a list item by item', () => {
    expect(grown([prose('Chosen.'), listOf(3)], 'Chosen.', shorterThan(32))).toBe(
      'Chosen.\n\nItem 0 of the list.',
    )
  })

  it('keeps what was picked of code, of a table, and of a long list', () => {
    expect(grown([prose('Before.'), CODE], 'open()')).toBe('open()')
    expect(grown([prose('Before.'), CODE], 'close()')).toBe('close()')
    expect(grown([prose('Before.'), TABLE], 'lamp\t4')).toBe('lamp\t4')
    expect(grown([prose('Before.'), listOf(60)], 'Item 3 of the list.')).toBe('Item 3 of the list.')
  })

  it('goes beyond code that was taken whole, and beyond items of a short list', () => {
    expect(grown([prose('Before.'), CODE], CODE.text)).toBe(`Before.\n\n${CODE.text}`)
    expect(grown([prose('Before.'), listOf(2)], 'Item 1 of the list.')).toBe(
      'Before.\n\nItem 0 of the list.\nItem 1 of the list.',
    )
  })
})
