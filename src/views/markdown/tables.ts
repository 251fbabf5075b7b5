import type { ColumnSide } from '../../domain/block.ts'
import { parseInline } from './inline.ts'
import type { Inline, ReadBlock } from './tree.ts'

const DELIMITERS = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
/** A bar that is not escaped. */
const BAR = /(?<!\\)\|/

/** Reads a table of GFM whose header stands on line `at`, if one does. */
export function readTable(lines: readonly string[], at: number): ReadBlock | undefined {
  const head = lines[at] ?? ''
  const delimiters = lines[at + 1] ?? ''
  if (!BAR.test(head) || !DELIMITERS.test(delimiters)) return undefined
  const columns = cellsOf(head)
  const sides = cellsOf(delimiters).map(sideOf)
  if (columns.length !== sides.length) return undefined
  let next = at + 2
  while (next < lines.length && BAR.test(lines[next] ?? '')) next += 1
  const rows = lines.slice(at + 2, next).map((line) => {
    const cells = cellsOf(line)
    return columns.map((_, column) => inlineOf(cells[column] ?? ''))
  })
  return { block: { type: 'table', header: columns.map(inlineOf), rows, columns: sides }, next }
}

function sideOf(delimiter: string): ColumnSide {
  if (delimiter.endsWith(':')) return delimiter.startsWith(':') ? 'center' : 'right'
  return delimiter.startsWith(':') ? 'left' : 'none'
}

function cellsOf(line: string): string[] {
  const inside = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inside.split(BAR).map((cell) => cell.trim())
}

function inlineOf(cell: string): Inline[] {
  return parseInline(cell.replaceAll('\\|', '|').replace(/<br\s*\/?>/gi, '\n'))
}
