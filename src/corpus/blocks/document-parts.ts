import type { Blockquote, FootnoteDefinition, List, Root, RootContent, Table } from 'mdast'
import type { DocumentPart, TextBlock } from '../document.ts'
import { inlineLine, inlineText } from './inline-text.ts'
import { joinLeadIns } from './lead-ins.ts'
import { itemsOf, listBlocks } from './list-blocks.ts'

/**
 * A list that holds code, tables or further paragraphs and is longer than this, in UTF-16 code units, is taken apart
 * into its items: a chapter of steps is no paragraph.
 */
const LONGEST_MIXED_LIST = 1500

/** The headings and paragraphs of a syntax tree as plain text, in its order. */
export function partsOf(root: Root): DocumentPart[] {
  return joinLeadIns(root.children.flatMap(readPart))
}

function readPart(node: RootContent): DocumentPart[] {
  if (node.type === 'heading') {
    const text = inlineLine(node.children)
    return text === '' ? [] : [{ type: 'heading', level: node.depth, text }]
  }
  const paragraphs = node.type === 'list' ? listParagraphs(node) : [blocksOf(node)]
  return paragraphs
    .filter((blocks) => blocks.length > 0)
    .map((blocks): DocumentPart => ({ type: 'paragraph', blocks }))
}

function listParagraphs(list: List): readonly TextBlock[][] {
  const blocks = listBlocks(list, blocksOf)
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0)
  return blocks.length > 1 && length > LONGEST_MIXED_LIST ? itemsOf(list, blocksOf) : [blocks]
}

function blocksOf(node: RootContent): TextBlock[] {
  switch (node.type) {
    case 'paragraph':
      return block({ kind: 'prose', text: inlineText(node.children) })
    case 'heading':
      return block({ kind: 'prose', text: inlineLine(node.children) })
    case 'code':
      return block({ kind: 'code', text: node.value, ...(node.lang ? { language: node.lang } : {}) })
    case 'table':
      return block({ kind: 'table', text: tableText(node) })
    case 'list':
      return listBlocks(node, blocksOf)
    case 'blockquote':
      return quoteBlocks(node)
    case 'footnoteDefinition':
      return node.children.flatMap(blocksOf)
    default:
      // Definitions and thematic breaks say nothing by themselves.
      return []
  }
}

function block(given: TextBlock): TextBlock[] {
  return given.text.trim() === '' ? [] : [given]
}

/** The words of a quotation, a line each paragraph; lists, code and tables in it are blocks of their own. */
function quoteBlocks({ children }: Blockquote | FootnoteDefinition): TextBlock[] {
  const blocks: TextBlock[] = []
  for (const next of children.flatMap(blocksOf)) {
    const last = blocks.at(-1)
    const isWords = next.kind === 'prose' || next.kind === 'quote'
    if (!isWords) blocks.push(next)
    else if (last?.kind === 'quote')
      blocks[blocks.length - 1] = { kind: 'quote', text: `${last.text}\n${next.text}` }
    else blocks.push({ kind: 'quote', text: next.text })
  }
  return blocks
}

function tableText({ children }: Table): string {
  return children
    .map((row) => row.children.map((cell) => inlineLine(cell.children)).join('\t'))
    .filter((row) => row.trim() !== '')
    .join('\n')
}
