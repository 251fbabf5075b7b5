import type { Element, ElementContent, Root } from 'hast'
import { LABEL } from '../blocks/labels.ts'
import {
  countOf,
  element,
  holds,
  isElement,
  namesOf,
  rawText,
  replaceElements,
  text,
  textLength,
} from './elements.ts'
import { flattenedCell } from './table-cells.ts'

/** Cells that number the lines of code. */
const LINE_NUMBERS =
  /^(?:linenos?|lineno|line-?num(?:ber)?s?|gutter|blob-num|js-line-number|hljs-ln-numbers)$/
/** Cells each of which is a line of code. */
const CODE_LINE = /^(?:blob-code|blob-code-inner|hljs-ln-code|code-line)$/

/** Nobody reads a table with more columns; a page that claims more would take for ever. */
const MOST_COLUMNS = 100

/** A table with a cell of so many paragraphs or lines, and so much text in them, sets a page and not data. */
const LAYOUT_BLOCKS = 4
const LAYOUT_TEXT = 200

/**
 * Prepares tables for Markdown's, in which a cell is a line: cells that hold blocks are flattened, cells that span rows
 * are repeated in each. A caption becomes a label; a table that sets a page rather than data, what stands in it.
 *
 * @param tree is changed
 */
export function rewriteTables(tree: Root): void {
  replaceElements(tree, (node, parent) => {
    if (!isElement(node, 'table')) return undefined
    const rows = rowsOf(node)
    const cells = rows.flat()
    if (cells.length > 0 && cells.every((cell) => hasName(cell, CODE_LINE))) {
      return [element('pre', [text(cells.map((cell) => rawText(cell).replace(/\n+$/, '')).join('\n'))])]
    }
    if (isLayout(node, rows)) {
      const holder: Root = { type: 'root', children: cells.map((cell) => element('div', cell.children)) }
      rewriteTables(holder)
      return holder.children as ElementContent[]
    }
    const caption = node.children.find((child) => isElement(child, 'caption'))
    const grid = withoutSpans(rows).map((row) => element('tr', row))
    const table = element('table', grid)
    const words = caption ? rawText(caption).trim() : ''
    // A table inside a line, which no page has, keeps its caption out of it.
    return words === '' || isElement(parent as Element, 'p')
      ? [table]
      : [element('p', [text(LABEL + words)]), table]
  })
}

/** The cells of each row, without numbers of lines. Tables inside are no rows of this one. */
function rowsOf(node: Element): Element[][] {
  return node.children.flatMap((child) => {
    if (!isElement(child)) return []
    if (child.tagName !== 'tr') return isElement(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child) : []
    const cells = child.children.filter(
      (cell): cell is Element => isElement(cell, 'td', 'th') && !hasName(cell, LINE_NUMBERS),
    )
    return [cells]
  })
}

function hasName(node: Element, pattern: RegExp): boolean {
  return namesOf(node).some((name) => pattern.test(name))
}

function isLayout(node: Element, rows: readonly (readonly Element[])[]): boolean {
  if (['presentation', 'none'].includes(String(node.properties.role))) return true
  const cells = rows.flat()
  if (holds(node, 'thead') || cells.some((cell) => cell.tagName === 'th')) return false
  if (rows.every((row) => row.length <= 1)) return true
  if (rows.length === 1 && cells.some((cell) => holds(cell, 'p', 'div', 'table', 'ul', 'br', 'pre')))
    return true
  return cells.some((cell) => {
    const length = textLength(cell)
    const holdsPage = holds(cell, 'table', 'h1', 'h2', 'article') && length > LAYOUT_TEXT / 4
    return (
      holdsPage || (countOf(cell, 'p', 'div', 'br', 'li', 'pre') >= LAYOUT_BLOCKS && length > LAYOUT_TEXT)
    )
  })
}

function withoutSpans(rows: readonly (readonly Element[])[]): Element[][] {
  /** What still spans the row, by its column. */
  const spanning = new Map<number, { cell: Element; rows: number }>()
  return rows.map((row) => {
    const grid: Element[] = []
    const takeSpanning = () => {
      for (let above = spanning.get(grid.length); above !== undefined; above = spanning.get(grid.length)) {
        if (above.rows > 1) spanning.set(grid.length, { ...above, rows: above.rows - 1 })
        else spanning.delete(grid.length)
        grid.push(above.cell)
      }
    }
    for (const { tagName, properties, children } of row) {
      takeSpanning()
      const cell = element(tagName, flattenedCell(children))
      const height = Number(properties.rowSpan) || 1
      const columns = Math.min(Number(properties.colSpan) || 1, MOST_COLUMNS - grid.length)
      for (let column = 0; column < columns; column++) {
        const shown = column === 0 ? cell : element(tagName, [])
        if (height > 1) spanning.set(grid.length, { cell: shown, rows: height - 1 })
        grid.push(shown)
      }
    }
    takeSpanning()
    return grid
  })
}
