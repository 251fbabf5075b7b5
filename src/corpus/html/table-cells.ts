import type { ElementContent } from 'hast'
import { isElement, rawText, text } from './elements.ts'

/** Stands between items of a list, lines of code and rows of a table that share a cell. */
const BETWEEN_ITEMS = ' / '
/** Stands between paragraphs and the like. */
const BETWEEN_BLOCKS = ' '

const BLOCKS = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main ol p section summary ul table'.split(
    ' ',
  ),
)

/** The content of a cell on one line: what stands in blocks of its own is kept apart. */
export function flattenedCell(nodes: readonly ElementContent[]): ElementContent[] {
  const line = new CellLine()
  for (const node of nodes) line.add(node)
  return line.content
}

class CellLine {
  readonly content: ElementContent[] = []
  private joint = ''

  add(node: ElementContent): void {
    if (!isElement(node)) {
      if (node.type === 'text' && node.value.trim() === '' && this.joint !== '') return
      this.push(node)
    } else if (node.tagName === 'br') {
      this.apart(BETWEEN_BLOCKS)
    } else if (node.tagName === 'pre') {
      this.apart(BETWEEN_BLOCKS)
      const lines = rawText(node)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      this.push(text(lines.join(BETWEEN_ITEMS)))
      this.apart(BETWEEN_BLOCKS)
    } else if (node.tagName === 'li' || node.tagName === 'tr') {
      this.addAll(node.children)
      this.apart(BETWEEN_ITEMS)
    } else if (BLOCKS.has(node.tagName)) {
      this.apart(BETWEEN_BLOCKS)
      this.addAll(node.children)
      this.joint = ''
      this.apart(BETWEEN_BLOCKS)
    } else if (/^t(?:head|body|foot)$/.test(node.tagName)) {
      this.addAll(node.children)
    } else if (node.tagName === 'td' || node.tagName === 'th') {
      this.addAll(node.children)
      this.apart(BETWEEN_BLOCKS)
    } else {
      this.push({ ...node, children: flattenedCell(node.children) })
    }
  }

  private addAll(nodes: readonly ElementContent[]): void {
    for (const node of nodes) this.add(node)
  }

  /** What comes next stands apart from what is there. */
  private apart(joint: string): void {
    if (this.content.length > 0 && this.joint !== BETWEEN_ITEMS) this.joint = joint
  }

  private push(node: ElementContent): void {
    if (this.joint !== '') this.content.push(text(this.joint))
    this.joint = ''
    this.content.push(node)
  }
}
