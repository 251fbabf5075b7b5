import { escapeInline } from './escape-prose.ts'

/**
 * A GFM table of rows whose cells are divided by tabs, as a paragraph's text has them. Rows that are shorter than the
 * widest get empty cells.
 *
 * @param header names the columns; empty for none
 */
export function tableMarkdown(header: string, rows: readonly string[]): string {
  const cells = [header, ...rows].map((row) => row.split('\t'))
  const width = Math.max(...cells.map((row) => row.length))
  const [first = '', ...others] = cells.map((row) =>
    rowMarkdown(Array.from({ length: width }, (_, column) => row[column] ?? '')),
  )
  return [first, rowMarkdown(Array(width).fill('---')), ...others].join('\n')
}

function rowMarkdown(cells: readonly string[]): string {
  return `| ${cells.map(cellMarkdown).join(' | ')} |`
}

function cellMarkdown(cell: string): string {
  return escapeInline(cell.trim()).replaceAll('|', '\\|')
}
