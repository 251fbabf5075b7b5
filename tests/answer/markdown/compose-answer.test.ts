import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeAnswer, composeQuotes } from '../../../src/answer/markdown/compose-answer.ts'
import { arbitraryBlocks } from '../../support/corpora/arbitrary-paragraphs.ts'
import { type BlockText, paragraphOf } from '../../support/corpora/paragraphs.ts'
import { markersOf, readMarkdown } from '../../support/read-markdown.ts'

function quoted(...paragraphs: readonly (readonly BlockText[])[]) {
  return paragraphs.map((blocks) => {
    const paragraph = paragraphOf(blocks)
    return { paragraph, start: 0, end: paragraph.text.length }
  })
}

const tea: BlockText = { kind: 'prose', text: '茶館開了。' }
const code: BlockText = { kind: 'code', text: 'rows[1] = a', language: 'js' }
const list: BlockText = { kind: 'list', text: '1. a\n2. b' }
const table: BlockText = { kind: 'table', text: 'a\tb\n1\t2' }

describe('composeQuotes', () => {
  it('puts a marker behind each quote', () => {
    expect(composeQuotes(quoted([tea], [tea]))).toBe('茶館開了。[1]\n\n茶館開了。[2]')
    expect(composeQuotes([])).toBe('')
  })

  it('puts the markers of code and tables on lines of their own, and those of lists behind the last item', () => {
    expect(composeQuotes(quoted([code], [tea], [table], [list]))).toBe(
      '```js\nrows[1] = a\n```\n\n[1]\n\n茶館開了。[2]\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n[3]\n\n1. a\n2. b[4]',
    )
  })

  it('sets what looks like a marker in other brackets, but in code', () => {
    expect(composeQuotes(quoted([{ kind: 'prose', text: '茶館開了[2]。' }]))).toBe('茶館開了［2］。[1]')
    expect(markersOf(composeQuotes(quoted([code])))).toEqual([1])
  })

  it('keeps a marker out of an address', () => {
    expect(composeQuotes(quoted([{ kind: 'prose', text: 'See https://a.example/b' }]))).toBe(
      'See https://a.example/b [1]',
    )
  })

  it('keeps lists apart', () => {
    const answer = composeQuotes(quoted([list], [list], [list]))
    expect(readMarkdown(answer).children.map(({ type }) => type)).toEqual(['list', 'list', 'list'])
  })

  it('marks each citation once, in order and outside code, and shows every block as what it is', () => {
    fc.assert(
      fc.property(fc.array(arbitraryBlocks, { minLength: 1, maxLength: 3 }), (paragraphs) => {
        const answer = composeQuotes(quoted(...paragraphs))
        expect(markersOf(answer)).toEqual(paragraphs.map((_, i) => i + 1))
        const types = readMarkdown(answer).children.map(({ type }) => type)
        const count = (kind: string) => paragraphs.flat().filter((block) => block.kind === kind).length
        expect(types.filter((type) => type === 'code')).toHaveLength(count('code'))
        expect(types.filter((type) => type === 'table')).toHaveLength(count('table'))
        expect(types.filter((type) => type === 'list').length > 0).toBe(count('list') > 0)
      }),
      { numRuns: 100 },
    )
  })
})

describe('composeAnswer', () => {
  it('takes statements with several markers, or none', () => {
    const prose = (markdown: string) => ({ kind: 'prose', markdown }) as const
    expect(
      composeAnswer([
        { pieces: [prose('Tea came first.')], markers: [1, 2] },
        { pieces: [prose('So it seems.')], markers: [] },
      ]),
    ).toBe('Tea came first.[1][2] So it seems.')
  })
})
