import { describe, expect, it } from 'vitest'
import { joinSections } from '../../../src/corpus/blocks/join-sections.ts'
import type { DocumentPart } from '../../../src/corpus/document.ts'
import type { BlockKind } from '../../../src/domain/block.ts'

function part(kind: BlockKind, text: string): DocumentPart {
  return { type: 'paragraph', blocks: [{ kind, text }] }
}

function heading(text: string): DocumentPart {
  return { type: 'heading', level: 2, text }
}

/** The texts of the blocks of each paragraph; headings as they are. */
function shape(parts: readonly DocumentPart[]): (string | string[])[] {
  return parts.map((each) =>
    each.type === 'heading' ? each.text : each.blocks.map(({ text }) => text.slice(0, 20)),
  )
}

const LONG = 'A sentence of an explanation that goes on for a while. '.repeat(16)

describe('joinSections', () => {
  it('reads the few lines under a heading of a reference as one paragraph', () => {
    const parts = [
      heading('getTimerCount'),
      part('code', 'function getTimerCount(): number'),
      part('prose', 'Get the number of waiting timers.'),
      heading('retry'),
      part('list', 'Type: number\nDefault: 0'),
      part('prose', 'How often a test is repeated.'),
    ]
    expect(shape(joinSections(parts))).toEqual([
      'getTimerCount',
      ['function getTimerCou', 'Get the number of wa'],
      'retry',
      ['Type: number\nDefault', 'How often a test is '],
    ])
  })

  it('keeps code with the prose before it', () => {
    const parts = [part('prose', LONG.slice(0, 400)), part('code', 'run()'), part('prose', LONG)]
    expect(joinSections(parts).map((each) => each.type === 'paragraph' && each.blocks.length)).toEqual([2, 1])
  })

  it('keeps a footnote apart from the paragraph above it and from the next', () => {
    const note: DocumentPart = {
      type: 'paragraph',
      blocks: [{ kind: 'prose', text: 'A note.' }],
      isNote: true,
    }
    const parts = [heading('retry'), part('code', 'retry()'), part('prose', 'Short.'), note, note]
    expect(shape(joinSections(parts))).toEqual(['retry', ['retry()', 'Short.'], ['A note.'], ['A note.']])
  })

  it('leaves an article of prose as its author divided it', () => {
    const parts = [
      heading('One'),
      part('prose', 'Short.'),
      part('prose', 'Short too.'),
      part('quote', 'Said.'),
    ]
    expect(joinSections(parts)).toEqual(parts)
  })

  it('loses no block and no heading, and keeps their order', () => {
    const parts = [
      part('prose', LONG),
      part('table', 'a\tb'),
      heading('x'),
      part('prose', 'p'),
      part('list', 'l'),
    ]
    const blocks = (all: readonly DocumentPart[]) =>
      all.flatMap((each) => (each.type === 'heading' ? [each.text] : each.blocks.map(({ text }) => text)))
    expect(blocks(joinSections(parts))).toEqual(blocks(parts))
  })
})
