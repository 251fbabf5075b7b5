import type { Span } from '../../domain/span.ts'

/** An item of a list as its text has it, with what is nested below it. */
export interface ListItem {
  /** Its words, without indentation, number and box. */
  readonly words: Span
  /** Number of an ordered item. */
  readonly number?: number
  /** Whether a task is done. */
  readonly checked?: boolean
  readonly items: ListItem[]
}

const INDENT_COLUMNS = 2
const ITEM = /^( *)(?:(\d{1,9})[.)] )?(?:\[([ xX])\] )?/

/**
 * Reads the text of a list: a line an item, two spaces a level; ordered items keep their number, tasks their box.
 * @param lines the lines as ranges of the text
 */
export function listItems(text: string, lines: readonly Span[]): ListItem[] {
  const top: ListItem[] = []
  const open: ListItem[][] = [top]
  for (const { start, end } of lines) {
    const [mark = '', indent = '', digits, box] = ITEM.exec(text.slice(start, end)) ?? []
    const item: ListItem = {
      words: { start: start + mark.length, end },
      ...(digits === undefined ? {} : { number: Number(digits) }),
      ...(box === undefined ? {} : { checked: box !== ' ' }),
      items: [],
    }
    // An item can be one level deeper than the one before it, whatever its indentation.
    const level = Math.min(Math.floor(indent.length / INDENT_COLUMNS), open.length - 1)
    open.length = level + 1
    open[level]?.push(item)
    open.push(item.items)
  }
  return top
}
