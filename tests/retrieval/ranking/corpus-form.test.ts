import { describe, expect, it } from 'vitest'
import type { BlockKind } from '../../../src/domain/block.ts'
import type { Paragraph } from '../../../src/domain/paragraph.ts'
import { corpusFormOf } from '../../../src/retrieval/ranking/corpus-form.ts'

function formOf(kinds: readonly BlockKind[]) {
  return corpusFormOf({
    paragraphCount: kinds.length,
    paragraphAt: (row) => ({ kind: kinds[row] }) as Paragraph,
  })
}

const prose = (count: number) => Array<BlockKind>(count).fill('prose')

describe('corpusFormOf', () => {
  it.each<BlockKind>(['code', 'list', 'table'])('is documentation from a tenth of %s on', (kind) => {
    expect(formOf([...prose(9), kind])).toBe('documentation')
    expect(formOf([...prose(10), kind])).toBe('prose')
  })

  it('is prose where people are quoted, and where nothing is', () => {
    expect(formOf(['quote', 'quote', 'prose'])).toBe('prose')
    expect(formOf([])).toBe('prose')
  })

  it('looks at paragraphs from the whole of a large corpus, at a thousand', () => {
    let looked = 0
    const kindOf = (row: number): BlockKind => (row >= 40_000 ? 'code' : 'prose')
    const form = corpusFormOf({
      paragraphCount: 50_000,
      paragraphAt: (row) => {
        looked++
        return { kind: kindOf(row) } as Paragraph
      },
    })
    expect(form).toBe('documentation')
    expect(looked).toBe(1000)
  })
})
