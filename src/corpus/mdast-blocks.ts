import type { BlockContent, DefinitionContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { BlockKind } from '../domain.ts'
import type { Block } from './document.ts'

/** Stands for a hard line break until the soft ones are gone. */
const HARD_BREAK = '\u2028'

/** Scripts that are written without spaces, with their punctuation. */
const SPACELESS = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]`
const BREAK_IN_SPACELESS = new RegExp(String.raw`(?<=${SPACELESS})\s*\n\s*(?=${SPACELESS})`, 'gu')

/**
 * The blocks of a syntax tree as plain text: each heading, paragraph, list, table, code block and quote is one, in
 * the order of the tree. Lines of lists, quotes and code are joined by `\n`, cells of a table by a tab.
 *
 * @param readHtml reads the blocks of raw HTML that stands between the others
 */
export function blocksOf(root: Root, readHtml: (html: string) => readonly Block[] = () => []): Block[] {
  return root.children.flatMap((node): readonly Block[] => {
    if (node.type === 'html') return readHtml(node.value)
    const text = textOf(node)
    if (text.trim() === '') return []
    if (node.type === 'heading') {
      return [{ type: 'heading', level: node.depth, text: text.replace(/\s*\n\s*/g, ' ') }]
    }
    return [{ type: 'paragraph', kind: kindOf(node), text }]
  })
}

function kindOf(node: RootContent): BlockKind {
  if (node.type === 'list' || node.type === 'table' || node.type === 'code') return node.type
  return node.type === 'blockquote' ? 'quote' : 'prose'
}

function textOf(node: RootContent | BlockContent | DefinitionContent): string {
  switch (node.type) {
    case 'code':
      return node.value
    case 'table':
      return node.children
        .map((row) => row.children.map((cell) => inlineText(cell.children)).join('\t'))
        .filter((row) => row.trim() !== '')
        .join('\n')
    case 'list':
      return lines(node.children.flatMap((item) => item.children))
    case 'blockquote':
    case 'footnoteDefinition':
      return lines(node.children)
    case 'paragraph':
    case 'heading':
      return inlineText(node.children)
    default:
      // Definitions, thematic breaks and raw HTML inside other blocks say nothing by themselves.
      return ''
  }
}

function lines(nodes: readonly (BlockContent | DefinitionContent)[]): string {
  return nodes
    .map(textOf)
    .filter((text) => text.trim() !== '')
    .join('\n')
}

function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map(phrase)
    .join('')
    .replace(BREAK_IN_SPACELESS, '')
    .replace(/[^\S\u2028]*\n[^\S\u2028]*/g, ' ')
    .split(HARD_BREAK)
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

function phrase(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'break':
      return HARD_BREAK
    case 'html':
      return /^<br\b/i.test(node.value) ? HARD_BREAK : ''
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    default:
      return 'children' in node ? node.children.map(phrase).join('') : ''
  }
}
