import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexError } from '../../../src/errors.ts'
import { BlockColumns, BlockColumnsBuilder } from '../../../src/index/documents/block-columns.ts'

const anyKind = fc.constantFrom('prose' as const, 'list', 'table', 'code', 'quote')
const anyBlock = fc
  .record({
    kind: anyKind,
    start: fc.nat(99),
    end: fc.nat(99),
    language: fc.constantFrom('', 'ts', 'sh', '中'),
  })
  .map(({ language, ...block }) => (language === '' ? block : { ...block, language }))
const anyParagraph = fc.record({
  kind: anyKind,
  text: fc.string(),
  blocks: fc.array(anyBlock, { minLength: 1, maxLength: 3 }),
})

describe('block columns', () => {
  it('give back the blocks of every paragraph, copied ones too', () => {
    fc.assert(
      fc.property(fc.array(anyParagraph), (paragraphs) => {
        const builder = new BlockColumnsBuilder()
        for (const paragraph of paragraphs) builder.add(paragraph)
        const columns = new BlockColumns(builder.finish(), paragraphs.length)
        const copier = new BlockColumnsBuilder()
        copier.addFrom(columns, 0, paragraphs.length)
        expect(copier.finish()).toEqual(builder.finish())
        for (const [row, { kind, text, blocks }] of paragraphs.entries()) {
          expect(columns.at(row) ?? [{ kind, start: 0, end: text.length }]).toEqual(blocks)
        }
      }),
    )
  })

  it('keep nothing for a paragraph that is one block of its own kind', () => {
    const builder = new BlockColumnsBuilder()
    builder.add({ kind: 'prose', text: 'ab', blocks: [{ kind: 'prose', start: 0, end: 2 }] })
    expect(builder.finish()).toMatchObject({ kinds: new Uint8Array(0), offsets: Uint32Array.of(0, 0) })
  })

  it('do not open when they do not fit the paragraphs', () => {
    const sections = new BlockColumnsBuilder().finish()
    expect(() => new BlockColumns(sections, 1)).toThrow(IndexError)
  })
})
