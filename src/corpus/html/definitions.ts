import type { Element, ElementContent, Root } from 'hast'
import { element, isElement, replaceElements } from './elements.ts'

/**
 * Makes lists of lists of definitions: an item for each term, and below it one for each of its definitions.
 *
 * @param tree is changed
 */
export function rewriteDefinitions(tree: Root): void {
  replaceElements(tree, (node) => {
    if (!isElement(node, 'dl')) return undefined
    const holder: Root = { type: 'root', children: [element('ul', itemsOf(node))] }
    rewriteDefinitions(holder)
    return holder.children as ElementContent[]
  })
}

function itemsOf({ children }: Element): Element[] {
  const items: Element[] = []
  for (const child of children) {
    if (!isElement(child)) continue
    const last = items.at(-1)
    const definitions = last?.children.at(-1)
    if (child.tagName === 'dt') items.push(element('li', [element('p', child.children)]))
    else if (child.tagName === 'div') items.push(...itemsOf(child))
    else if (child.tagName !== 'dd') continue
    else if (last === undefined) items.push(element('li', child.children))
    else if (isElement(definitions, 'ul')) definitions.children.push(element('li', child.children))
    else last.children.push(element('ul', [element('li', child.children)]))
  }
  return items
}
