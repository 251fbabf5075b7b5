import type { Blockquote, Paragraph, Parents, PhrasingContent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { LABEL } from '../blocks/labels.ts'

/** `[!NOTE]` of GitHub, `[!info]- Title` of Obsidian. */
const CALL_OUT = /^\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*/

/**
 * Makes of each quotation that is a call-out what stands in it; its title, where it has one, becomes a label.
 *
 * @param root is changed
 */
export function unwrapCallOuts(root: Root): void {
  visit(root, 'blockquote', (node, index, parent: Parents | undefined) => {
    const content = contentOf(node)
    if (content === undefined || parent === undefined || index === undefined) return undefined
    ;(parent as Root).children.splice(index, 1, ...content)
    return [SKIP, index]
  })
}

function contentOf({ children }: Blockquote): Blockquote['children'] | undefined {
  const [first, ...others] = children
  const [mark] = first?.type === 'paragraph' ? first.children : []
  if (first?.type !== 'paragraph' || mark?.type !== 'text' || !CALL_OUT.test(mark.value)) return undefined
  const [title, words] = splitAtLineBreak([
    { ...mark, value: mark.value.replace(CALL_OUT, '') },
    ...first.children.slice(1),
  ])
  const content = [...(words.length > 0 ? [paragraph(words)] : []), ...others]
  if (title.length === 0) return content
  return content.length === 0
    ? [paragraph(title)]
    : [paragraph([{ type: 'text', value: LABEL }, ...title]), ...content]
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

/** What stands before the first line break of a paragraph, and what behind it. */
function splitAtLineBreak(nodes: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const at = nodes.findIndex(
    (node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')),
  )
  const node = nodes[at]
  if (node === undefined) return [nodes.filter(hasWords), []]
  const value = node.type === 'text' ? node.value : '\n'
  const end = value.indexOf('\n')
  const before: PhrasingContent[] = [...nodes.slice(0, at), { type: 'text', value: value.slice(0, end) }]
  const behind: PhrasingContent[] = [{ type: 'text', value: value.slice(end + 1) }, ...nodes.slice(at + 1)]
  return [before.filter(hasWords), behind.filter(hasWords)]
}

function hasWords(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value !== ''
}
