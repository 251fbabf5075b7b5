import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** Reads Markdown as readers' programs do. */
export function readMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

/** What a reader of the rendered Markdown reads; a hard line break is a line feed, cells are divided by tabs. */
export function renderedText(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const between = { root: '\n', list: '\n', listItem: '\n', table: '\n', tableRow: '\t' }
  const separator = node.type in between ? between[node.type as keyof typeof between] : ''
  return node.children.map(renderedText).join(separator)
}

/** Types of all nodes of a tree. */
export function nodeTypes(node: Nodes): Set<string> {
  const inside = 'children' in node ? node.children.map(nodeTypes) : []
  return new Set([node.type, ...inside.flatMap((types) => [...types])])
}

/** The numbers of the citation markers of an answer, in order: those in no code, fenced or inline. */
export function markersOf(markdown: string): number[] {
  return Array.from(textOutsideCode(readMarkdown(markdown)).matchAll(/\[(\d+)\]/g), ([, n]) => Number(n))
}

function textOutsideCode(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOutsideCode).join('') : '\n'
}
