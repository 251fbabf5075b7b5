import type { ColumnSide } from '../../domain/block.ts'
import { styledInline } from './escape-prose.ts'

/**
 * A GFM table of rows whose cells are divided by tabs, as a paragraph's text has them. Rows that are shorter than the
 * widest get empty cells. Cells may carry their styles, see `text/inline-marks.ts`.
 *
 * @param header names the columns; empty for none
 * @param columns to which side each is set
 */
export function tableMarkdown(
  header: string,
  rows: readonly string[],
  columns: readonly ColumnSide[] = [],
): string {
  const cells = [header, ...rows].map((row) => row.split('\t'))
  const width = Math.max(...cells.map((row) => row.length))
  const [first = '', ...others] = cells.map((row) =>
    rowMarkdown(Array.from({ length: width }, (_, column) => row[column] ?? '')),
  )
  return [first, delimiters(width, columns), ...others].join('\n')
}

const DELIMITERS: Readonly<Record<ColumnSide, string>> = {
  none: '---',
  left: ':--',
  center: ':-:',
  right: '--:',
}

function delimiters(width: number, columns: readonly ColumnSide[]): string {
  const sides = Array.from({ length: width }, (_, column) => DELIMITERS[columns[column] ?? 'none'])
  return `| ${sides.join(' | ')} |`
}

function rowMarkdown(cells: readonly string[]): string {
  return `| ${cells.map(cellMarkdown).join(' | ')} |`
}

function cellMarkdown(cell: string): string {
  return styledInline(cell.trim()).replaceAll('|', '\\|')
}
