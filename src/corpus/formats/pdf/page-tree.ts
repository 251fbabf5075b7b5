import type { Root, RootContent, Table } from 'mdast'
import { CELL_GAP, CODE_WIDTH, type PageLine } from './page-lines.ts'

/** Letters so much larger than those of the text are a heading, unless they go on for long. */
const HEADING_SIZE = 1.15
const LONGEST_HEADING = 150
/** A line of a table of contents: dots, and the number of a page. */
const CONTENTS_LINE = /(?:[.…·] ?){5,}\s*(?:\d+|[ivxlc]+)$/i
const BULLET = /^[•◦▪‣●○■□–—*-]\s+/
const SENTENCE_END = /[.!?:;。！？：；…]["'”’」』)）]*$/
/** What a line ends with whose last word goes on in the next. */
const PARTED_WORD = /\p{Ll}-$/u
/** A gap between lines that is so much larger than the usual one parts paragraphs. */
const LARGE_GAP = 1.4
/** A line that lacks so much of the width ends its paragraph, if it ends a sentence. */
const SHORT = 0.12

/** The syntax tree of lines: headings by the size of their letters, paragraphs by gaps, indents and short last lines. */
export function pageTree(all: readonly PageLine[]): Root {
  const lines = all.filter(({ text }) => !CONTENTS_LINE.test(text))
  const measures = measure(lines)
  const children: RootContent[] = []
  for (const group of groupsOf(lines, measures)) {
    const [{ isCode = false } = {}] = group
    if (isCode || isTable(group)) {
      children.push(isCode ? { type: 'code', value: codeOf(group) } : table(group))
      continue
    }
    const text = joined(group).replaceAll(CELL_GAP, ' ')
    const first = group[0] as PageLine
    const level = headingLevel(first.size, text, measures)
    const last = children.at(-1)
    if (level !== undefined)
      children.push({ type: 'heading', depth: level, children: [{ type: 'text', value: text }] })
    else if (!BULLET.test(text)) children.push(paragraph(text))
    else {
      const item = { type: 'listItem' as const, children: [paragraph(text.replace(BULLET, ''))] }
      if (last?.type === 'list') last.children.push(item)
      else children.push({ type: 'list', children: [item] })
    }
  }
  return { type: 'root', children }
}

function paragraph(value: string): { type: 'paragraph'; children: [{ type: 'text'; value: string }] } {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

/** Lines of code, as far to the right as they stand. */
function codeOf(lines: readonly PageLine[]): string {
  const left = Math.min(...lines.map((line) => line.left))
  const indentOf = (line: PageLine) => Math.max(0, Math.round((line.left - left) / (line.size * CODE_WIDTH)))
  return lines.map((line) => ' '.repeat(indentOf(line)) + line.text).join('\n')
}

function isTable(lines: readonly PageLine[]): boolean {
  return lines.length > 1 && lines.every(({ text }) => text.includes(CELL_GAP))
}

function table(lines: readonly PageLine[]): Table {
  return {
    type: 'table',
    children: lines.map(({ text }) => ({
      type: 'tableRow',
      children: text
        .split(CELL_GAP)
        .map((cell) => ({ type: 'tableCell', children: [{ type: 'text', value: cell }] })),
    })),
  }
}

interface Measures {
  /** Size of the letters that most of the text is set in. */
  readonly size: number
  /** Usual distance from one line to the next. */
  readonly leading: number
  /** Where the lines of each page end. */
  readonly margins: ReadonlyMap<number, number>
  /** Sizes of headings, largest first. */
  readonly headings: readonly number[]
}

function measure(lines: readonly PageLine[]): Measures {
  const bySize = new Map<number, number>()
  const gaps: number[] = []
  const margins = new Map<number, number>()
  for (const [at, line] of lines.entries()) {
    bySize.set(rounded(line.size), (bySize.get(rounded(line.size)) ?? 0) + line.text.length)
    margins.set(line.page, Math.max(margins.get(line.page) ?? 0, line.right))
    const before = lines[at - 1]
    if (before?.page === line.page && before.bottom > line.bottom)
      gaps.push((before.bottom - line.bottom) / line.size)
  }
  const [[size = 0] = []] = Array.from(bySize).sort((a, b) => b[1] - a[1])
  const leading = gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 1.2
  const headings = [...bySize.keys()].filter((one) => one > size * HEADING_SIZE).sort((a, b) => b - a)
  return { size, leading, margins, headings }
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2
}

function headingLevel(size: number, text: string, { headings }: Measures): 1 | 2 | 3 | undefined {
  const place = headings.indexOf(rounded(size))
  return place < 0 || text.length > LONGEST_HEADING ? undefined : (Math.min(place + 1, 3) as 1 | 2 | 3)
}

/** Lines that belong together. */
function groupsOf(lines: readonly PageLine[], measures: Measures): PageLine[][] {
  const groups: PageLine[][] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (before === undefined || begins(line, before, measures)) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
}

function begins(line: PageLine, before: PageLine, { leading, margins, size }: Measures): boolean {
  if (line.isCode || before.isCode) return !(line.isCode && before.isCode)
  if (Math.abs(line.size - before.size) > 0.75 || BULLET.test(line.text)) return true
  const isRow = line.text.includes(CELL_GAP)
  if (isRow || before.text.includes(CELL_GAP)) return !(isRow && before.text.includes(CELL_GAP))
  if (PARTED_WORD.test(before.text)) return false
  const isFinished = SENTENCE_END.test(before.text)
  const margin = margins.get(before.page) ?? before.right
  const missing = (margin - before.right) / (margin - before.left)
  const gap = (before.bottom - line.bottom) / line.size
  // On another page or in another column a paragraph goes on where its sentence does.
  if (line.page !== before.page || gap < 0)
    return isFinished || missing > SHORT || line.size > size * HEADING_SIZE
  const isIndented = line.left > before.left + line.size * 0.8
  return gap > leading * LARGE_GAP || missing > 0.5 || (isFinished && (missing > SHORT || isIndented))
}

/** The words of lines; a word that a hyphen parts at the end of one is put together again. */
function joined(lines: readonly PageLine[]): string {
  let text = ''
  for (const { text: words } of lines) {
    if (PARTED_WORD.test(text) && /^\p{Ll}/u.test(words)) text = text.slice(0, -1) + words
    else text += (text === '' ? '' : '\n') + words
  }
  return text
}
