import type { List, ListItem } from 'mdast'
import type { TextBlock } from '../document.ts'
import { inlineLine } from './inline-text.ts'
import { block } from './styled-block.ts'

const INDENTATION = '  '

/** Reads what stands in an item besides its first line and further lists. */
export type ReadContent = (node: ListItem['children'][number]) => readonly TextBlock[]

/**
 * A list as blocks: its items a line each, two spaces of indentation a level, with the numbers of ordered items and the
 * boxes of tasks; further paragraphs, code and tables in an item are blocks of their own, between the lines before and
 * the lines after them.
 */
export function listBlocks(list: List, readContent: ReadContent): TextBlock[] {
  const reader = new ListReader(readContent)
  reader.list(list, 0)
  return reader.finish()
}

/** The blocks of each item of the list by itself. */
export function itemsOf(list: List, readContent: ReadContent): TextBlock[][] {
  return list.children.map((item, at) => {
    const reader = new ListReader(readContent)
    reader.item(item, markOf(list, at), 0)
    return reader.finish()
  })
}

class ListReader {
  private readonly readContent: ReadContent
  private readonly blocks: TextBlock[] = []
  private lines: string[] = []

  constructor(readContent: ReadContent) {
    this.readContent = readContent
  }

  list(list: List, level: number): void {
    for (const [at, item] of list.children.entries()) this.item(item, markOf(list, at), level)
  }

  item({ checked, children }: ListItem, mark: string, level: number): void {
    const task = checked === true ? '[x] ' : checked === false ? '[ ] ' : ''
    const [first, ...others] = children
    const hasLine = first?.type === 'paragraph'
    const words = hasLine ? inlineLine(first.children) : ''
    const line = `${mark}${task}${words}`.trimEnd()
    if (line !== '') this.lines.push(INDENTATION.repeat(level) + line)
    for (const child of hasLine ? others : children) {
      if (child.type === 'list') {
        this.list(child, level + 1)
        continue
      }
      const blocks = this.readContent(child)
      if (blocks.length === 0) continue
      this.flush()
      this.blocks.push(...blocks)
    }
  }

  finish(): TextBlock[] {
    this.flush()
    return this.blocks
  }

  private flush(): void {
    this.blocks.push(...block({ kind: 'list', text: this.lines.join('\n') }))
    this.lines = []
  }
}

function markOf({ ordered, start }: List, at: number): string {
  return ordered ? `${(start ?? 1) + at}. ` : ''
}
