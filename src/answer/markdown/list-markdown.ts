import { styledProse } from './escape-prose.ts'

const ITEM = /^(\s*)(?:(\d{1,9})\.(?: |$)|(\[[ x]\]) )?(.*)$/

/** A list that follows another must look different, or the two would be read as one. */
export type ListStyle = 'first' | 'second'

const MARKS = { first: { bullet: '-', delimiter: '.' }, second: { bullet: '*', delimiter: ')' } }

interface OpenItem {
  readonly depth: number
  /** Where the text of the item begins: what is nested in it begins there. */
  readonly column: number
  readonly isNumbered: boolean
}

/**
 * A list of lines as a paragraph's text has them: two spaces of indentation a level, `1. ` before numbered items, `[x] `
 * before tasks, no mark before bullets. Numbers stay, and indentation counts from the outermost line.
 *
 * @param lines may carry their styles, see `text/inline-marks.ts`
 */
export function listMarkdown(lines: readonly string[], style: ListStyle = 'first'): string {
  const { bullet, delimiter } = MARKS[style]
  const set: string[] = []
  const open: OpenItem[] = []
  for (const line of lines) {
    const [, indentation = '', number, task, text = ''] = ITEM.exec(line) ?? []
    const depth = indentation.length
    const isNumbered = number !== undefined
    let sibling: OpenItem | undefined
    while ((open.at(-1)?.depth ?? -1) >= depth) sibling = open.pop()
    const mark = isNumbered ? `${number}${delimiter} ` : `${bullet} `
    const column = open.at(-1)?.column ?? 0
    const isOfAnotherKind = sibling !== undefined && sibling.isNumbered !== isNumbered
    const startsLate = sibling === undefined && isNumbered && Number(number) !== 1
    // Without an empty line, such a list would be read as text of the item before.
    if (set.length > 0 && (isOfAnotherKind || startsLate)) set.push('')
    set.push(`${' '.repeat(column)}${mark}${task === undefined ? '' : `${task} `}${styledProse(text)}`)
    open.push({ depth, column: column + mark.length, isNumbered })
  }
  return set.join('\n')
}
