import type { Block } from '../../../domain/block.ts'
import type { Citation } from '../../../domain/citation.ts'
import type { Paragraph } from '../../../domain/paragraph.ts'
import type { Span, StyledSpan } from '../../../domain/span.ts'
import { splitSentences } from '../../../text/sentences.ts'
import type { TextBlock } from '../text/blocks.ts'
import { discordLength } from '../text/limits.ts'
import type { Style } from '../text/markdown.ts'
import { rowsOf } from '../text/table.ts'

/** Sentences shown before and behind the cited ones. */
const CONTEXT_SENTENCES = 2
/** Code points of all that is shown of a paragraph, unless the cited words alone are more. */
const SHOWN = 700
/** Code or a table that the cited words touch is shown whole up to this many code points. */
const WHOLE_BLOCK = 1200

/** Cited words where they stand: what is shown of their paragraph, and whether that is all of it. */
export interface CitedWords {
  readonly blocks: readonly TextBlock[]
  readonly isWhole: boolean
}

/** A text with its structure, in its own offsets. */
interface Source {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly sentences: readonly Span[]
  readonly styles?: readonly StyledSpan[] | undefined
}

/**
 * The cited words in bold, with the sentences around them.
 *
 * @param citations of one paragraph
 * @param paragraph as the index has it, for its structure; without it, or if it has changed, the citation's text is all there is
 */
export function citedWords(citations: readonly Citation[], paragraph: Paragraph | undefined): CitedWords {
  const [first] = citations
  if (first === undefined) return { blocks: [], isWhole: true }
  const isSame =
    paragraph !== undefined &&
    citations.every(({ quote, start, end, textStart }) => {
      return paragraph.text.slice(textStart + start, textStart + end) === quote
    })
  const source = isSame ? paragraph : sourceOf(first)
  const spans = citations
    .filter(({ text }) => isSame || text === first.text)
    .map(({ start, end, textStart }) => {
      return isSame ? { start: textStart + start, end: textStart + end } : { start, end }
    })
  const shown = wholeBlocks(source, withContext(source, spans))
  const isCut = !isSame && first.textStart > 0
  return {
    blocks: shownBlocks(source, shown, spans),
    isWhole: !isCut && shown.start === 0 && shown.end === source.text.length,
  }
}

function sourceOf({ text, kind }: Citation): Source {
  return { text, blocks: [{ kind, start: 0, end: text.length }], sentences: splitSentences(text) }
}

/** The range from the first cited sentence to the last, with the sentences around them as far as there is room. */
function withContext({ text, sentences }: Source, spans: readonly Span[]): Span {
  let start = Math.min(...spans.map((span) => span.start))
  let end = Math.max(...spans.map((span) => span.end))
  const length = (from: number, to: number) => discordLength(text.slice(from, to))
  const touched = sentences.filter((sentence) => sentence.start < end && sentence.end > start)
  const [from, to] = [touched[0]?.start ?? start, touched.at(-1)?.end ?? end]
  if (length(Math.min(start, from), Math.max(end, to)) <= SHOWN) {
    start = Math.min(start, from)
    end = Math.max(end, to)
  }
  const before = sentences.filter((sentence) => sentence.end <= start).slice(-CONTEXT_SENTENCES)
  const behind = sentences.filter((sentence) => sentence.start >= end).slice(0, CONTEXT_SENTENCES)
  // Alternately, so that a long sentence on one side does not take the other's room.
  while (before.length > 0 || behind.length > 0) {
    const next = behind.shift()
    if (next !== undefined && length(start, next.end) <= SHOWN) end = next.end
    else behind.length = 0
    const last = before.pop()
    if (last !== undefined && length(last.start, end) <= SHOWN) start = last.start
    else before.length = 0
  }
  return reachesEnds({ text, sentences }, { start, end })
}

/** White space at either end is not worth an ellipsis. */
function reachesEnds({ text }: Pick<Source, 'text' | 'sentences'>, { start, end }: Span): Span {
  return {
    start: text.slice(0, start).trim() === '' ? 0 : start,
    end: text.slice(end).trim() === '' ? text.length : end,
  }
}

/** Code and tables that are touched are shown whole, unless they are long. */
function wholeBlocks({ text, blocks }: Source, { start, end }: Span): Span {
  const touched = blocks.filter(
    (block) =>
      (block.kind === 'code' || block.kind === 'table') &&
      block.start < end &&
      block.end > start &&
      discordLength(text.slice(block.start, block.end)) <= WHOLE_BLOCK,
  )
  return {
    start: Math.min(start, ...touched.map((block) => block.start)),
    end: Math.max(end, ...touched.map((block) => block.end)),
  }
}

function shownBlocks(source: Source, shown: Span, spans: readonly Span[]): TextBlock[] {
  const { text, blocks } = source
  return blocks.flatMap((block): TextBlock[] => {
    const start = Math.max(block.start, shown.start)
    const end = Math.min(block.end, shown.end)
    if (start >= end || text.slice(start, end).trim() === '') return []
    const part = { start, end }
    if (block.kind === 'code')
      return [{ kind: 'code', text: text.slice(start, end), language: block.language }]
    if (block.kind === 'table') return [tableBlock(source, block, part, spans)]
    const cut = { before: start > block.start, behind: end < block.end }
    return [proseBlock(source, { part, spans, isList: block.kind === 'list', cut })]
  })
}

/** The heading of the table, and those of its rows that are shown. */
function tableBlock({ text }: Source, block: Span, part: Span, spans: readonly Span[]): TextBlock {
  const [head = [], ...rows] = rowsOf(text.slice(block.start, block.end))
  const kept: string[][] = []
  const marked: number[] = []
  let at = block.start + (text.slice(block.start, block.end).split('\n')[0] ?? '').length + 1
  for (const [index, line] of text.slice(block.start, block.end).split('\n').slice(1).entries()) {
    const row = { start: at, end: at + line.length }
    at = row.end + 1
    if (!overlap(row, part)) continue
    kept.push(rows[index] ?? [])
    if (spans.some((span) => overlap(span, row))) marked.push(kept.length)
  }
  // Where every row is meant, pointing at each of them says nothing.
  return { kind: 'table', rows: [head, ...kept], marked: marked.length === kept.length ? [] : marked }
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start
}

interface ProsePart {
  readonly part: Span
  readonly spans: readonly Span[]
  readonly isList: boolean
  /** Whether the block goes on at either end. */
  readonly cut: { readonly before: boolean; readonly behind: boolean }
}

/** Lines of a list have no bullets in the text, so they are given some. */
const HAS_SIGN = /^\s*(?:\d+[.)]|\[[x ]\]|[-*•])\s/u

function proseBlock({ text, styles: set = [] }: Source, { part, spans, isList, cut }: ProsePart): TextBlock {
  const marks = [
    ...spans.map((span) => ({ ...span, mark: '**' as const })),
    // What else the author has set apart would be taken for cited.
    ...set.filter(({ style }) => style === 'code').map((span) => ({ ...span, mark: '`' as const })),
  ]
  let shown = cut.before ? '… ' : ''
  const styles: Style[] = []
  let at = part.start
  for (const [index, line] of text.slice(part.start, part.end).split('\n').entries()) {
    if (index > 0) shown += '\n'
    const indentation = /^\s*/.exec(line)?.[0] ?? ''
    const sign = isList && line.trim() !== '' && !HAS_SIGN.test(line) ? '• ' : ''
    shown += indentation + sign
    const offset = shown.length - (at + indentation.length)
    for (const { mark, ...span } of marks) {
      const start = Math.max(span.start, at + indentation.length) + offset
      const end = Math.min(span.end, at + line.length) + offset
      if (start < end) styles.push({ start, end, mark })
    }
    shown += line.slice(indentation.length)
    at += line.length + 1
  }
  return { kind: 'prose', text: `${shown}${cut.behind ? ' …' : ''}`, styles }
}

/** All of a paragraph, with some of its words in bold. */
export function wholeParagraph(paragraph: Paragraph, span: Span | undefined): TextBlock[] {
  return shownBlocks(paragraph, { start: 0, end: paragraph.text.length }, span === undefined ? [] : [span])
}
