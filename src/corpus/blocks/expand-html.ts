import type { Parents, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'

/** What holds blocks rather than words. */
const HOLDS_BLOCKS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

/**
 * Puts in the place of each block of raw HTML, also in lists, quotations and footnotes, the blocks that a page would
 * show there.
 *
 * @param root is changed
 * @param readHtml reads a piece of HTML
 */
export function expandHtml(root: Root, readHtml: (html: string) => Root): void {
  visit(root, 'html', (node, index, parent: Parents | undefined) => {
    if (parent === undefined || index === undefined || !HOLDS_BLOCKS.has(parent.type)) return undefined
    const blocks = readHtml(node.value).children
    ;(parent as Root).children.splice(index, 1, ...blocks)
    return [SKIP, index + blocks.length]
  })
}
