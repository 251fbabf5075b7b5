import { discordLength } from './limits.ts'
import { codeBlock, escapeMarkdown, type Style, styled } from './markdown.ts'
import { splitText } from './split-text.ts'
import { alignedTable } from './table.ts'

/** A part of what is shown. Texts are as their authors wrote them, and are made inert here. */
export type TextBlock =
  /** Sentences, or lines of a list; `styles` are set where they are, in UTF-16 units of the text. */
  | { readonly kind: 'prose'; readonly text: string; readonly styles?: readonly Style[] }
  | { readonly kind: 'code'; readonly text: string; readonly language?: string | undefined }
  /** The first row names the columns; `marked` are the other rows that matter, from 1. */
  | {
      readonly kind: 'table'
      readonly rows: readonly (readonly string[])[]
      readonly marked?: readonly number[]
    }
  /** Markdown of ours, short, and in one piece; below what it is about. */
  | { readonly kind: 'label'; readonly markdown: string }

const BLANK_LINE = '\n\n'

/** What our own markers look like to readers; everything else in brackets is inert. */
type Markers = ReadonlySet<number>

export interface PackOptions {
  /** Most code points of the page of this index. */
  readonly room: (page: number) => number
  readonly markers?: Markers
}

/**
 * Sets blocks and fills as few pages as hold them. Prose is split between sentences, code and tables between lines, each piece
 * with a fence of its own; a label stays with the end of what it is about.
 */
export function packBlocks(
  blocks: readonly TextBlock[],
  { room, markers = new Set() }: PackOptions,
): string[] {
  const pages: string[] = []
  for (const [index, block] of blocks.entries()) {
    const label = blocks[index + 1]
    const reserved = label?.kind === 'label' ? discordLength(label.markdown) + 1 : 0
    addBlock(pages, block, { room: (page) => room(page) - reserved, markers })
  }
  return pages
}

function addBlock(pages: string[], block: TextBlock, options: Required<PackOptions>): void {
  const last = pages.at(-1)
  const between = block.kind === 'label' ? '\n' : BLANK_LINE
  const whole = setBlock(block, options.markers)
  if (last !== undefined && discordLength(last + between + whole) <= options.room(pages.length - 1)) {
    pages[pages.length - 1] = last + between + whole
    return
  }
  if (discordLength(whole) <= options.room(pages.length)) {
    pages.push(whole)
    return
  }
  pages.push(...pieces(block, { ...options, room: (page) => options.room(pages.length + page) }))
}

/** A block as Discord is sent it. */
function setBlock(block: TextBlock, markers: Markers = new Set()): string {
  switch (block.kind) {
    case 'prose':
      return withMarkers(styled(block.text, block.styles ?? []), markers)
    case 'code':
      return codeBlock(block.text, block.language)
    case 'table':
      return setTable(block)
    case 'label':
      return block.markdown
  }
}

function pieces(block: TextBlock, { room, markers }: Required<PackOptions>): string[] {
  const fits = (set: string, page: number) => discordLength(set) <= room(page)
  if (block.kind === 'label') return [block.markdown]
  if (block.kind === 'prose') return prosePieces(block, { room, markers })
  if (block.kind === 'code') {
    const set = (text: string) => codeBlock(text, block.language)
    return splitText(block.text, (piece, page) => fits(set(piece), page)).map(set)
  }
  const [head = [], ...rows] = block.rows
  const tables: string[] = []
  let taken: (readonly string[])[] = []
  for (const row of rows) {
    if (fits(setTable({ kind: 'table', rows: [head, ...taken, row] }), tables.length)) taken.push(row)
    else {
      if (taken.length > 0) tables.push(setTable({ kind: 'table', rows: [head, ...taken] }))
      taken = [row]
    }
  }
  const rest = setTable({ kind: 'table', rows: [head, ...taken] })
  if (fits(rest, tables.length)) return [...tables, rest]
  // A row that no message holds is text like any other.
  const text = [head, ...taken].map((row) => row.join(' · ')).join('\n')
  return [...tables, ...prosePieces({ kind: 'prose', text }, { room, markers })]
}

function prosePieces(
  { text, styles = [] }: Extract<TextBlock, { kind: 'prose' }>,
  { room, markers }: Required<PackOptions>,
): string[] {
  const set = (piece: string, start: number) =>
    withMarkers(styled(piece, clipped(styles, start, start + piece.length)), markers)
  let end = 0
  const placed = splitText(
    text,
    (piece, page) => {
      const start = text.indexOf(piece, end)
      return discordLength(set(piece, start)) <= room(page)
    },
    (piece) => {
      end = text.indexOf(piece, end) + piece.length
    },
  )
  let from = 0
  return placed.map((piece) => {
    const start = text.indexOf(piece, from)
    from = start + piece.length
    return set(piece, start)
  })
}

function clipped(styles: readonly Style[], start: number, end: number): Style[] {
  return styles
    .map((style) => ({
      ...style,
      start: Math.max(style.start, start) - start,
      end: Math.min(style.end, end) - start,
    }))
    .filter((style) => style.start < style.end)
}

/** Aligned in a fence; a table too wide for that as a line a cell under each row's first one. */
function setTable({ rows, marked = [] }: Extract<TextBlock, { kind: 'table' }>): string {
  const lines = alignedTable(rows)
  if (lines !== undefined) {
    // The rule takes the second line.
    const shown = lines.map((line, index) =>
      marked.length === 0 ? line : `${marked.includes(index - 1) ? '▸ ' : '  '}${line}`,
    )
    return codeBlock(shown.join('\n'))
  }
  const [head = [], ...body] = rows
  return body
    .map(([name = '', ...cells]) =>
      [
        `**${escapeMarkdown(name)}**`,
        ...cells.map((cell, index) => `- ${escapeMarkdown(`${head[index + 1] ?? ''}: ${cell}`)}`),
      ].join('\n'),
    )
    .join('\n')
}

/** Our own citation markers stay; a bracket behind one would make a link of it. */
function withMarkers(inert: string, markers: Markers): string {
  return inert.replace(/\\\[(\d+)\\\](\(?)/g, (escaped, number: string, bracket: string) =>
    markers.has(Number(number)) ? `[${number}]${bracket && '\\('}` : escaped,
  )
}
