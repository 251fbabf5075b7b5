import type { Element, ElementContent, Root } from 'hast'
import { LABEL } from '../blocks/labels.ts'
import { element, holds, isElement, namesOf, rawText, replaceElements, text, textLength } from './elements.ts'

/** A word is the name of a call-out; a sentence is what it says. */
const LONGEST_NAME = 40

/**
 * Reads the tables that DocBook and AsciiDoc set call-outs in: a picture or the name of the call-out in one cell, what it
 * says in another. The name becomes a label.
 *
 * @param tree is changed
 */
export function rewriteCallOutTables(tree: Root): void {
  replaceElements(tree, (node) => {
    if (!isElement(node, 'table')) return undefined
    const cells = cellsOf(node)
    const [first, ...others] = cells
    const isIcon = first !== undefined && (holds(first, 'img', 'svg') || hasName(first, 'icon'))
    if (!isIcon || cells.length > 3 || textLength(first) > LONGEST_NAME) return undefined
    const words = others.find((cell) => isElement(cell, 'td') && textLength(cell) > 0)
    const heading = others.find((cell) => isElement(cell, 'th'))
    if (words === undefined || (others.length > 1 && heading === undefined)) return undefined
    const name = rawText(heading ?? first).trim() || pictureName(first)
    const label = name === '' ? [] : [element('p', [text(LABEL + name)])]
    return [...label, element('div', words.children)]
  })
}

function cellsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (!isElement(child)) return []
    return isElement(child, 'td', 'th') ? [child] : isElement(child, 'table') ? [] : cellsOf(child)
  })
}

function hasName(node: Element, name: string): boolean {
  return namesOf(node).some((names) => names.split(' ').includes(name))
}

function pictureName(node: ElementContent): string {
  if (!isElement(node)) return ''
  if (node.tagName === 'img') return String(node.properties.alt ?? '').trim()
  return node.children.map(pictureName).find((name) => name !== '') ?? ''
}
