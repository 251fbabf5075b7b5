import type { Blockquote, Code, List, Root, RootContent, Table } from 'mdast'
import { type StyledText, shiftStyles } from '../../text/inline-marks.ts'
import type { DocumentPart, TextBlock } from '../document.ts'
import { shownCode } from './code-marks.ts'
import { isWordlessImage } from './image-text.ts'
import { inlineLine, inlineText } from './inline-text.ts'
import { GROUP_END, GROUP_START, LABEL } from './labels.ts'
import { joinLeadIns } from './lead-ins.ts'
import { resolveReferences } from './link-references.ts'
import { itemsOf, listBlocks } from './list-blocks.ts'
import { block, visibleWords } from './styled-block.ts'

/**
 * A list that holds code, tables or further paragraphs and is longer than this, in UTF-16 code units, is taken apart
 * into its items: a chapter of steps is no paragraph.
 */
const LONGEST_MIXED_LIST = 1500

/**
 * The headings and paragraphs of a syntax tree as plain text with its styles, in its order.
 *
 * @param root is changed: links by reference become links
 */
export function partsOf(root: Root): DocumentPart[] {
  resolveReferences(root)
  return joinLeadIns(readParts(root.children))
}

function readParts(nodes: readonly RootContent[]): DocumentPart[] {
  const parts: DocumentPart[] = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as RootContent
    const end =
      markOf(node) === GROUP_START
        ? nodes.findIndex((other, index) => index > at && markOf(other) === GROUP_END)
        : -1
    if (end > at) {
      parts.push(...groupOf(joinLeadIns(readParts(nodes.slice(at + 1, end)))))
      at = end
    } else {
      parts.push(...readPart(node))
    }
  }
  return parts
}

/** Pieces of code, each with its label, are one paragraph; a group that holds anything else is none. */
function groupOf(parts: readonly DocumentPart[]): readonly DocumentPart[] {
  const blocks = parts.flatMap((part) => (part.type === 'paragraph' ? part.blocks : []))
  const isCode =
    parts.every((part) => part.type === 'paragraph') &&
    blocks.every(({ kind, isLabel }) => kind === 'code' || isLabel)
  return isCode && blocks.length > 0 ? [{ type: 'paragraph', blocks }] : parts
}

function markOf(node: RootContent): string | undefined {
  const [only, ...others] = node.type === 'paragraph' ? node.children : []
  return only?.type === 'text' && others.length === 0 ? only.value : undefined
}

function readPart(node: RootContent): DocumentPart[] {
  if (node.type === 'heading') {
    const { text, styles } = trimmed(visibleWords(inlineLine(node.children)))
    if (text === '') return []
    return [{ type: 'heading', level: node.depth, text, ...(styles.length === 0 ? {} : { styles }) }]
  }
  const paragraphs = node.type === 'list' ? listParagraphs(node) : [blocksOf(node)]
  return paragraphs
    .filter((blocks) => blocks.length > 0)
    .map(
      (blocks): DocumentPart => ({
        type: 'paragraph',
        blocks,
        ...(node.type === 'footnoteDefinition' ? { isNote: true } : {}),
      }),
    )
}

function trimmed({ text, styles }: StyledText): StyledText {
  const start = text.length - text.trimStart().length
  return { text: text.trim(), styles: shiftStyles(styles, -start) }
}

function listParagraphs(list: List): readonly TextBlock[][] {
  const blocks = listBlocks(list, blocksOf)
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0)
  return blocks.length > 1 && length > LONGEST_MIXED_LIST ? itemsOf(list, blocksOf) : [blocks]
}

function blocksOf(node: RootContent): readonly TextBlock[] {
  switch (node.type) {
    case 'paragraph':
      return isWordlessImage(node) ? [] : paragraphBlock(inlineText(node.children))
    case 'heading':
      return block({ kind: 'prose', text: inlineLine(node.children) })
    case 'code':
      return codeBlocks(node)
    case 'table':
      return block({ kind: 'table', text: tableText(node), ...columnsOf(node) })
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

function paragraphBlock(text: string): TextBlock[] {
  return block({ kind: 'prose', text, ...(text.startsWith(LABEL) ? { isLabel: true } : {}) })
}

function codeBlocks({ value, lang, meta }: Code): TextBlock[] {
  const { text, language, title } = shownCode(value, [lang, meta].filter(Boolean).join(' '))
  if (text.trim() === '') return []
  const label = title === undefined ? [] : block({ kind: 'prose', text: title, isLabel: true })
  return [...label, ...block({ kind: 'code', text, ...(language ? { language } : {}) })]
}

/** The words of a quotation, a line each paragraph; lists, code and tables in it are blocks of their own. */
function quoteBlocks({ children }: Blockquote): TextBlock[] {
  const blocks: TextBlock[] = []
  for (const next of children.flatMap(blocksOf)) {
    const last = blocks.at(-1)
    const isWords = next.kind === 'prose' || next.kind === 'quote'
    if (!isWords) blocks.push(next)
    else if (last?.kind === 'quote') blocks[blocks.length - 1] = joinedQuote(last, next)
    else blocks.push({ ...next, kind: 'quote' })
  }
  return blocks
}

function joinedQuote(first: TextBlock, second: TextBlock): TextBlock {
  const before = `${first.text}\n`
  const styles = [...(first.styles ?? []), ...shiftStyles(second.styles ?? [], before.length)]
  return { kind: 'quote', text: before + second.text, ...(styles.length === 0 ? {} : { styles }) }
}

/** To which side its columns are set, where it says so of any. */
function columnsOf({ align }: Table): Pick<TextBlock, 'columns'> {
  if (!align?.some((side) => side)) return {}
  return { columns: align.map((side) => side ?? 'none') }
}

function tableText({ children }: Table): string {
  return children
    .map((row) => row.children.map((cell) => inlineLine(cell.children)).join('\t'))
    .filter((row) => row.trim() !== '')
    .join('\n')
}
