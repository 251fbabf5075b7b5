import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { element, isElement, rawText, replaceElements } from './elements.ts'

/** What holds paragraphs, or is one. */
const HOLDERS = new Set([
  'p',
  'div',
  'td',
  'center',
  'section',
  'article',
  'main',
  'body',
  'blockquote',
  'dd',
])
/** What old pages wrap whole chapters in. */
const WRAPPERS = new Set(['font', 'span', 'b', 'big', 'small'])
const BLOCKS = new Set(
  'address article aside blockquote center details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul'.split(
    ' ',
  ),
)

/** How Chinese pages begin a paragraph behind a single line break. */
const INDENTED = /^\s*(?:\u3000{2}|\u00a0{4}|[\u3000\u00a0]{3})/

/**
 * Makes paragraphs of lines that two line breaks keep apart, or one before an indented line.
 *
 * @param tree is changed
 */
export function splitParagraphs(tree: Root): void {
  replaceElements(tree, (node) =>
    WRAPPERS.has(node.tagName) && groupsOf(node.children) ? node.children : undefined,
  )
  visit(tree, 'element', (node, index, parent) => {
    if (!HOLDERS.has(node.tagName)) return
    const groups = groupsOf(node.children)
    if (groups === undefined) return
    const paragraphs = groups.flatMap((group) => (group.some(isBlock) ? group : [element('p', group)]))
    if (node.tagName === 'p' && parent && index !== undefined)
      (parent as Element).children.splice(index, 1, ...paragraphs)
    else node.children = paragraphs
  })
}

/** The lines between double breaks, and the blocks between them; nothing where there is no such break. */
function groupsOf(nodes: readonly ElementContent[]): ElementContent[][] | undefined {
  if (!nodes.some((node) => isElement(node, 'br'))) return undefined
  const groups: ElementContent[][] = []
  let group: ElementContent[] = []
  let breaks: ElementContent[] = []
  let isSplit = false
  const end = () => {
    if (group.some((node) => rawText(node).trim() !== '' || isElement(node, 'img', 'picture')))
      groups.push(group)
    group = []
    breaks = []
  }
  for (const node of nodes) {
    if (isElement(node, 'br')) {
      breaks.push(node)
    } else if (isBlock(node)) {
      end()
      groups.push([node])
    } else if (breaks.length > 0 && rawText(node).trim() === '' && !isElement(node)) {
      // White space between two breaks does not part them.
      if (INDENTED.test(rawText(node))) breaks.push(node)
    } else {
      const isNew = breaks.length > 1 || (breaks.length === 1 && INDENTED.test(rawText(node)))
      if (isNew && group.length > 0) isSplit = true
      if (isNew) end()
      group.push(...breaks.filter((gap) => isElement(gap)), node)
      breaks = []
    }
  }
  end()
  return isSplit ? groups : undefined
}

function isBlock(node: ElementContent): boolean {
  return isElement(node) && BLOCKS.has(node.tagName)
}
