import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableMarkdown } from '../../../src/answer/markdown/table-markdown.ts'
import { readMarkdown, renderedText } from '../../support/read-markdown.ts'

describe('tableMarkdown', () => {
  it('sets a header and rows', () => {
    expect(tableMarkdown('Name\tYear', ['Docker\t2013'])).toBe(
      '| Name | Year |\n| --- | --- |\n| Docker | 2013 |',
    )
  })

  it('fills up rows, and does without a header', () => {
    expect(tableMarkdown('', ['a\tb', 'c'])).toBe('|  |  |\n| --- | --- |\n| a | b |\n| c |  |')
  })

  it('is read as a table of the same cells, whatever they hold', () => {
    const cell = fc
      .array(fc.constantFrom('|', '\\', '`', '*a*', '<b>', 'word', '茶', '[1]', '---', ' ', '&lt;'), {
        maxLength: 4,
      })
      .map((parts) => parts.join('').trim())
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(rows, (all) => {
        const [header = [], ...others] = all
        const tree = readMarkdown(
          tableMarkdown(
            header.join('\t'),
            others.map((row) => row.join('\t')),
          ),
        )
        expect(tree.children.map(({ type }) => type)).toEqual(['table'])
        expect(renderedText(tree)).toBe(
          all.map((row) => row.join('\t').replace(/\[(\d+)\]/g, '［$1］')).join('\n'),
        )
      }),
      { numRuns: 200 },
    )
  })
})
