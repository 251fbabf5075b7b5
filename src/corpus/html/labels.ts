import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { LABEL } from '../blocks/labels.ts'
import { element, isElement, namesOf, rawText, replaceElements, text } from './elements.ts'

/** Classes of the titles of call-outs and of pieces of code. */
const TITLE =
  /^(?:admonition-?title|starlight-aside__title|custom-block-title|admonitionheading_\w+|markdown-alert-title|callout-title|callout-title-container|alert-heading|hint-title|codeblocktitle_\w+|code-block-caption|code-block-title|filename)$/

/** What DocBook and AsciiDoc set a title above. */
const TITLED =
  /^(?:table|figure|example|procedure|equation)(?:-.*)?$|^(?:listing|example|literal|image|table)block$/

/**
 * Puts the label of each tab before what it opens, takes the bar of tabs away, and shows what waits behind a tab: readers
 * come to see it.
 *
 * @param tree is changed
 */
export function labelTabs(tree: Root): void {
  const labels: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.properties.role === 'tab') labels.push(node)
  })
  let next = 0
  visit(tree, 'element', (node) => {
    if (node.properties.role !== 'tabpanel') return
    const named = labels.find(
      ({ properties }) => properties.id !== undefined && properties.id === labelledBy(node),
    )
    const label = named ?? labels[next]
    next++
    if (label) node.children.unshift(labelOf(label))
  })
  replaceElements(tree, (node) => (node.properties.role === 'tablist' ? [] : undefined))
  showPanels(tree)
}

function labelledBy({ properties }: Element): string {
  return String(properties.ariaLabelledBy ?? '')
}

function showPanels(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.properties.role !== 'tabpanel') return
    delete node.properties.hidden
    delete node.properties.ariaHidden
    delete node.properties.style
  })
}

/**
 * Marks what names the block that follows it: summaries, titles of call-outs and of pieces of code.
 *
 * @param tree is changed
 */
export function markLabels(tree: Root): void {
  replaceElements(tree, (node, parent) => {
    const namesCode = isElement(node, 'figcaption') && isElement(followerOf(node, parent as Element), 'pre')
    const names = namesOf(node)
    const isTitle = names.includes('title') && isElement(node, 'p', 'div') && isTitled(parent as Element)
    const isLabel =
      isElement(node, 'summary') || namesCode || isTitle || names.some((name) => TITLE.test(name))
    return isLabel && rawText(node).trim() !== '' ? [labelOf(node)] : undefined
  })
}

function isTitled(parent: Element): boolean {
  return isElement(parent) && namesOf(parent).some((name) => TITLED.test(name))
}

function followerOf(node: Element, { children }: Element): ElementContent | undefined {
  return children.slice(children.indexOf(node) + 1).find((sibling) => isElement(sibling))
}

/** A paragraph with the words of an element, whatever blocks they stand in. */
function labelOf(node: Element): Element {
  return element('p', [text(LABEL + rawText(node).replace(/\s+/g, ' ').trim())])
}
