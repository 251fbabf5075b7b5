import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeQuotes } from '../../../src/answer/markdown/compose-answer.ts'
import { parseBlocks } from '../../../src/views/markdown/blocks.ts'
import type { Inline, MarkdownBlock } from '../../../src/views/markdown/tree.ts'
import { arbitraryBlocks } from '../../support/corpora/arbitrary-paragraphs.ts'
import { paragraphOf } from '../../support/corpora/paragraphs.ts'
import { readMarkdown, renderedText } from '../../support/read-markdown.ts'

/** What one reads of our rendering. */
function textOfBlocks(blocks: readonly MarkdownBlock[]): string {
  return blocks.map(textOfBlock).join('\n')
}

function textOfBlock(block: MarkdownBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOf(block.children)
    case 'code':
      return block.text
    case 'quote':
      return textOfBlocks(block.blocks)
    case 'list':
      return block.items.map(({ blocks }) => textOfBlocks(blocks)).join('\n')
    case 'table':
      return [block.header, ...block.rows].map((cells) => cells.map(textOf).join('\t')).join('\n')
    case 'rule':
      return ''
  }
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'marker') return `[${inline.marker}]`
      if (inline.type === 'break') return '\n'
      return 'text' in inline ? inline.text : textOf(inline.children)
    })
    .join('')
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '')
}

describe('an answer that is composed of quotes', () => {
  it('reads as a full parser of Markdown reads it, with the same blocks', () => {
    fc.assert(
      fc.property(fc.array(arbitraryBlocks, { minLength: 1, maxLength: 3 }), (paragraphs) => {
        const answer = composeQuotes(
          paragraphs.map((blocks) => {
            const paragraph = paragraphOf(blocks)
            return { paragraph, start: 0, end: paragraph.text.length }
          }),
        )
        const ours = parseBlocks(answer)
        const theirs = readMarkdown(answer)
        expect(withoutSpace(textOfBlocks(ours))).toBe(withoutSpace(renderedText(theirs)))
        expect(ours.map(({ type }) => type)).toEqual(theirs.children.map(({ type }) => type))
      }),
      { numRuns: 300 },
    )
  })
})
