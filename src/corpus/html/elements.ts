import type { Element, ElementContent, Nodes, Parents, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Elements whose text is no text of the page. */
const WORDLESS = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head'])

export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** The classes and the id of an element, in lower case. */
export function namesOf({ properties }: Element): string[] {
  const { className, id } = properties
  return [...(Array.isArray(className) ? className : [className]), id].map((name) =>
    String(name ?? '').toLowerCase(),
  )
}

/** The text of an element as it stands in the file, white space and all. */
export function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node) || (node.type === 'element' && WORDLESS.has(node.tagName))) return ''
  return node.children.map(rawText).join('')
}

/** How much there is to read in an element, in UTF-16 code units, white space left out. */
export function textLength(node: Nodes): number {
  if (node.type === 'text') return node.value.replace(/\s+/g, '').length
  if (!('children' in node) || (node.type === 'element' && WORDLESS.has(node.tagName))) return 0
  return node.children.reduce((sum: number, child) => sum + textLength(child), 0)
}

/** Whether an element holds one of these, at any depth. */
export function holds(node: Nodes, ...names: readonly string[]): boolean {
  if (!('children' in node)) return false
  return node.children.some((child) => isElement(child, ...names) || holds(child, ...names))
}

/** How many of these an element holds, at any depth. */
export function countOf(node: Nodes, ...names: readonly string[]): number {
  if (!('children' in node)) return 0
  return node.children.reduce(
    (sum: number, child) => sum + (isElement(child, ...names) ? 1 : 0) + countOf(child, ...names),
    0,
  )
}

export function element(tagName: string, children: ElementContent[], className: string[] = []): Element {
  return { type: 'element', tagName, properties: className.length > 0 ? { className } : {}, children }
}

export function text(value: string): ElementContent {
  return { type: 'text', value }
}

/**
 * Replaces elements of a tree, each by what is returned for it; what has been put in is not visited.
 *
 * @param tree is changed
 * @param replace returns nothing for an element that stays; its children are visited then
 */
export function replaceElements(
  tree: Root | Element,
  replace: (element: Element, parent: Parents, index: number) => readonly ElementContent[] | undefined,
): void {
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined
    const replacement = replace(node, parent, index)
    if (replacement === undefined) return undefined
    ;(parent as Element).children.splice(index, 1, ...replacement)
    return [SKIP, index + replacement.length]
  })
}
