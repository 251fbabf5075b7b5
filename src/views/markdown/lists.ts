import type { ListItem, MarkdownBlock, ReadBlock } from './tree.ts'

const ITEM = /^( {0,3})(?:([-*+])|(\d{1,9})([.)]))(?:[ \t]+(.*)|$)/
const TASK = /^\[([ xX])\][ \t]+/

/** The first line of an item of a list. */
interface ListLine {
  /** Number of an ordered item. */
  readonly number: number | undefined
  /** What tells its list from another that follows at once: the bullet, or what stands behind the number. */
  readonly mark: string
  /** Columns before the item's own text. */
  readonly indent: number
  readonly text: string
  /** Whether it may follow a paragraph without a blank line: "2014. It was" is the end of a sentence. */
  readonly interrupts: boolean
}

export function listLine(line: string): ListLine | undefined {
  const match = ITEM.exec(line)
  if (match === null) return undefined
  const [, before = '', bullet, digits, delimiter, text = ''] = match
  const number = digits === undefined ? undefined : Number(digits)
  const width = line.length - before.length - text.length
  const indent = before.length + (text === '' ? 2 : Math.min(width, 5))
  const interrupts = text !== '' && (number === undefined || number === 1)
  return { number, mark: bullet ?? delimiter ?? '', indent, text, interrupts }
}

/**
 * Reads a list and what is nested in it.
 * @param parse reads the blocks of an item
 */
export function readList(
  lines: readonly string[],
  at: number,
  depth: number,
  parse: (source: string, depth: number) => MarkdownBlock[],
): ReadBlock {
  const first = listLine(lines[at] ?? '')
  const items: ListItem[] = []
  let next = at
  for (;;) {
    const item = listLine(lines[next] ?? '')
    if (item === undefined || item.mark !== first?.mark) break
    const end = endOfItem(lines, next + 1, item.indent)
    const inside = lines.slice(next + 1, end).map((line) => dedent(line, item.indent))
    items.push(itemOf([item.text, ...inside].join('\n'), depth, parse))
    next = end
    // A blank line between two items leaves them in one list.
    const following = nextText(lines, next)
    if (following !== undefined && listLine(lines[following] ?? '') !== undefined) next = following
  }
  return { block: { type: 'list', start: first?.number, items }, next }
}

function itemOf(
  source: string,
  depth: number,
  parse: (source: string, depth: number) => MarkdownBlock[],
): ListItem {
  const task = TASK.exec(source)
  if (task === null) return { blocks: parse(source, depth - 1) }
  return { checked: task[1] !== ' ', blocks: parse(source.slice(task[0].length), depth - 1) }
}

/** The line after an item: indented lines belong to it, blank ones between them as well. */
function endOfItem(lines: readonly string[], from: number, indent: number): number {
  let end = from
  while (end < lines.length) {
    const text = nextText(lines, end)
    if (text === undefined) return end
    const line = lines[text] ?? ''
    const belongs = indentOf(line) >= Math.min(indent, 2) && indentOf(line) > 0
    // The rest of its paragraph may stand at the margin.
    const continues = text === end && listLine(line) === undefined && !/^ {0,3}(?:[#>|]|`{3}|~{3})/.test(line)
    if (!belongs && !continues) return end
    end = text + 1
  }
  return end
}

function nextText(lines: readonly string[], from: number): number | undefined {
  const at = lines.findIndex((line, index) => index >= from && line.trim() !== '')
  return at === -1 ? undefined : at
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function dedent(line: string, columns: number): string {
  return line.slice(Math.min(columns, indentOf(line)))
}
