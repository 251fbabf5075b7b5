import type { Block, BlockKind } from '../../../src/domain/block.ts'
import type { Paragraph } from '../../../src/domain/paragraph.ts'
import type { Span } from '../../../src/domain/span.ts'
import { splitSentences } from '../../../src/text/sentences.ts'

export interface BlockText {
  readonly kind: BlockKind
  readonly text: string
  readonly language?: string
}

const BETWEEN_BLOCKS = '\n\n'

/** A paragraph of these blocks as the corpus makes it: a line of a list, a table or code is a sentence. */
export function paragraphOf(blocks: readonly BlockText[], id = 'a#1'): Paragraph {
  const set: Block[] = []
  const sentences: Span[] = []
  let start = 0
  for (const { text, ...block } of blocks) {
    const isProse = block.kind === 'prose' || block.kind === 'quote'
    const spans = isProse ? splitSentences(text) : linesOf(text)
    set.push({ ...block, start, end: start + text.length })
    for (const span of spans) sentences.push({ start: start + span.start, end: start + span.end })
    start += text.length + BETWEEN_BLOCKS.length
  }
  return {
    id,
    article: id.slice(0, id.indexOf('#')),
    position: 1,
    section: '',
    kind: blocks.find(({ kind }) => kind !== 'prose')?.kind ?? 'prose',
    text: blocks.map(({ text }) => text).join(BETWEEN_BLOCKS),
    blocks: set,
    sentences,
  }
}

function linesOf(text: string): Span[] {
  return Array.from(text.matchAll(/\S.*/g), (match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }))
}

/** Where words stand in a text, for the first time. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`The text does not say ${words}`)
  return { start, end: start + words.length }
}
