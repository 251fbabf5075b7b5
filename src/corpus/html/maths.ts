import type { Element, ElementContent, Root } from 'hast'
import { subscript, superscript } from '../blocks/raised-text.ts'
import { isElement, rawText, replaceElements, text } from './elements.ts'

/**
 * Writes formulas as text: as their TeX, where the page has it, between dollars where it is more than letters, numbers
 * and signs; else as MathML reads from left to right.
 *
 * @param tree is changed
 */
export function writeMaths(tree: Root): void {
  replaceElements(tree, (node) => {
    if (isElement(node, 'script') && /^math\/tex/.test(String(node.properties.type ?? '')))
      return [text(written(rawScript(node)))]
    if (!isElement(node, 'math')) return undefined
    const tex = texOf(node)
    return [text(tex === undefined ? sequence(node) : written(tex))]
  })
}

function written(tex: string): string {
  const formula = tex.trim().replace(/\s+/g, ' ')
  return /[\\{}&]/.test(formula) ? `$${formula}$` : formula
}

/** The text of a script is its only child. */
function rawScript({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}

function texOf(node: Element): string | undefined {
  for (const child of node.children) {
    if (!isElement(child)) continue
    if (child.tagName === 'annotation' && /tex/i.test(String(child.properties.encoding ?? '')))
      return rawText(child)
    const inside = texOf(child)
    if (inside !== undefined) return inside
  }
  return undefined
}

function sequence({ children }: Pick<Element, 'children'>): string {
  return children.map(formula).join('')
}

/** Letters, numbers and signs in the order in which they are read. */
function formula(node: ElementContent): string {
  if (node.type === 'text') return node.value.trim()
  if (node.type !== 'element') return ''
  const [first = '', second = '', third = ''] = node.children.filter((child) => isElement(child)).map(formula)
  switch (node.tagName) {
    case 'annotation':
    case 'annotation-xml':
      return ''
    case 'msup':
      return first + superscript(second, '')
    case 'msub':
      return first + subscript(second)
    case 'msubsup':
      return first + subscript(second) + superscript(third, '')
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`
    case 'msqrt':
      return `√${grouped(sequence(node))}`
    case 'mtd':
    case 'mtr':
      return `${sequence(node)} `
    default:
      return sequence(node)
  }
}

function grouped(words: string): string {
  return /^[\p{L}\p{N}]*$/u.test(words) ? words : `(${words})`
}
