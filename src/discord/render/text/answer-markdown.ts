import type { List, PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { TextBlock } from './blocks.ts'
import type { Style } from './markdown.ts'

const GFM = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }

/** A text that grows, and how its parts are set. */
interface Run {
  text: string
  readonly styles: Style[]
}

/**
 * An answer's Markdown in the blocks that Discord is shown: code in fences, tables aligned, lists a line an item, and nothing
 * that would act: links become their words, pictures their descriptions.
 */
export function answerBlocks(markdown: string): TextBlock[] {
  return fromMarkdown(markdown, GFM).children.flatMap(blocksOf)
}

function blocksOf(node: RootContent): TextBlock[] {
  switch (node.type) {
    case 'code':
      return [{ kind: 'code', text: node.value, language: node.lang ?? undefined }]
    case 'table':
      return [{ kind: 'table', rows: tableRows(node) }]
    case 'list':
      return proseOf(run((to) => addList(to, node, '')))
    case 'blockquote':
      return node.children.flatMap(blocksOf)
    case 'heading': {
      const heading = run((to) => addAll(to, node.children))
      return proseOf({ ...heading, styles: [{ start: 0, end: heading.text.length, mark: '**' }] })
    }
    case 'paragraph':
      return proseOf(run((to) => addAll(to, node.children)))
    case 'html':
      return proseOf({ text: node.value, styles: [] })
    case 'definition':
      return proseOf({ text: `[${node.label ?? node.identifier}]: ${node.url}`, styles: [] })
    default:
      return []
  }
}

function run(fill: (to: Run) => void): Run {
  const to: Run = { text: '', styles: [] }
  fill(to)
  return to
}

function proseOf({ text, styles }: Run): TextBlock[] {
  return text.trim() === '' ? [] : [{ kind: 'prose', text, styles }]
}

function tableRows({ children }: Table): string[][] {
  return children.map((row) => row.children.map((cell) => run((to) => addAll(to, cell.children)).text))
}

function addList(to: Run, { children, ordered, start }: List, indentation: string): void {
  for (const [index, item] of children.entries()) {
    const box = item.checked === null || item.checked === undefined ? '' : item.checked ? '☑ ' : '☐ '
    const sign = ordered ? `${(start ?? 1) + index}. ` : '• '
    to.text += `${to.text === '' ? '' : '\n'}${indentation}${box === '' ? sign : box}`
    for (const [place, child] of item.children.entries()) {
      if (child.type === 'list') addList(to, child, `${indentation}  `)
      else {
        if (place > 0) to.text += `\n${indentation}  `
        if ('children' in child) addAll(to, child.children as PhrasingContent[])
        else if ('value' in child) to.text += child.value
      }
    }
  }
}

function addAll(to: Run, nodes: readonly PhrasingContent[]): void {
  for (const node of nodes) addInline(to, node)
}

function addInline(to: Run, node: PhrasingContent): void {
  const start = to.text.length
  const style = (mark: Style['mark']) => to.styles.push({ start, end: to.text.length, mark })
  switch (node.type) {
    case 'text':
    case 'html':
      to.text += node.value
      break
    case 'inlineCode':
      to.text += node.value
      style('`')
      break
    case 'break':
      to.text += '\n'
      break
    case 'strong':
      addAll(to, node.children)
      style('**')
      break
    case 'emphasis':
      addAll(to, node.children)
      style('*')
      break
    case 'image':
      to.text += node.alt ?? ''
      break
    case 'footnoteReference':
      to.text += `[^${node.label ?? node.identifier}]`
      break
    default:
      if ('children' in node) addAll(to, node.children)
  }
}
