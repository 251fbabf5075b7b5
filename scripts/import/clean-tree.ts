import type { Paragraph, Parents, Root, RootContent } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { GROUP_END, GROUP_START, LABEL } from '../../src/corpus/blocks/labels.ts'

/**
 * Makes of a tree that was read one to be written: labels in bold, formulas as they are, no comments and no headings
 * without words.
 *
 * @param root is changed
 */
export function cleanTree(root: Root): void {
  visit(root, (node, index, parent: Parents | undefined) => {
    if (parent === undefined || index === undefined) return undefined
    const replacement = replacementOf(node as RootContent)
    if (replacement === undefined) return undefined
    ;(parent as Root).children.splice(index, 1, ...replacement)
    return [SKIP, index + replacement.length]
  })
}

function replacementOf(node: RootContent): RootContent[] | undefined {
  if (node.type === 'html') return []
  if (node.type === 'heading' && node.children.length === 0) return []
  if (node.type === 'text' && (node.data as { isMaths?: boolean } | undefined)?.isMaths) {
    // Raw HTML is the one node that is written without escapes.
    return [{ type: 'html', value: node.value }]
  }
  return node.type === 'paragraph' ? labelOf(node) : undefined
}

function labelOf({ children }: Paragraph): RootContent[] | undefined {
  const [first, ...others] = children
  if (first?.type !== 'text') return undefined
  if (first.value === GROUP_START || first.value === GROUP_END) return []
  if (!first.value.startsWith(LABEL)) return undefined
  const words = [{ ...first, value: first.value.slice(LABEL.length) }, ...others]
  return [{ type: 'paragraph', children: [{ type: 'strong', children: words }] }]
}
