import { htmlTagNames } from 'html-tag-names'
import { GROUP_END, GROUP_START, LABEL } from '../../blocks/labels.ts'
import type { MaskedText } from '../masked-text.ts'
import { codeOf, iconOf, isTab, shownBy } from './component-words.ts'
import { shownData, shownLabels } from './shown-data.ts'
import { type Tag, tagAt } from './tag-syntax.ts'

const HTML = new Set([
  ...htmlTagNames,
  'svg',
  'path',
  'g',
  'circle',
  'rect',
  'math',
  'mi',
  'mn',
  'mo',
  'mrow',
])

/** Components of which a reader sees one child at a time. */
const GROUP = /(?:^|\.)(?:\w*-?tabs|code-?group)$/i
/** Wrappers that MDX reads Markdown inside of, and that mean nothing. */
const WRAPPERS = new Set(['', 'div', 'section', 'article', 'main', 'center', 'figure', 'span'])
const LINE_START = /(?:^|\n)([ \t>]*)$/

export interface ComponentOptions {
  readonly isMdx: boolean
  /** Names of all tags that are closed somewhere in the text; another component without attributes is none. */
  readonly closed: ReadonlySet<string>
}

/**
 * Takes the tags of components (JSX, Vue, web components) out of a text. What they hold stays, and so do those of their
 * attributes that a reader sees: as a label of what follows, or as words where the component stands. What only looks
 * like a tag (`Array<String>`, `<username>`) stays as it is written.
 */
export function removeComponentTags(masked: MaskedText, options: ComponentOptions): void {
  const { text } = masked
  const open: OpenComponent[] = []
  let result = ''
  let from = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text.charAt(at - 1) === '\\') continue
    const tag = tagAt(text, at, (value) => masked.reveal(value))
    const meaning = tag && meaningOf(tag, options)
    if (!tag || meaning === 'html') continue
    result += text.slice(from, at)
    if (meaning === 'literal') {
      result += '&lt;'
      from = at + 1
      continue
    }
    const [, prefix] = LINE_START.exec(result.slice(-200)) ?? []
    const isLineEnd = /^[ \t]*(?:\n|$)/.test(text.slice(tag.end, tag.end + 200))
    const opener = tag.isClosing ? open.findLast(({ name }) => name === tag.name) : undefined
    if (opener) open.splice(open.lastIndexOf(opener))
    const isBlock = opener?.isBlock ?? (prefix !== undefined && (!tag.isSelfClosing || isLineEnd))
    const label = isTab(tag) && !tag.isClosing ? nextLabel(open, tag) : undefined
    if (!tag.isClosing && !tag.isSelfClosing)
      open.push({ name: tag.name, isBlock, ...(GROUP.test(tag.name) && { tabs: tabsOf(tag) }) })
    if (meaning === 'rewritten') result += rewritten(tag)
    else result += isBlock ? blockOf(tag, prefix ?? prefixOf(result), masked, label) : inlineOf(tag, masked)
    from = tag.end
    at = tag.end - 1
  }
  masked.text = result + text.slice(from)
}

interface TabLabels {
  readonly labels: string[]
  readonly byValue: ReadonlyMap<string, string>
}

interface OpenComponent {
  readonly name: string
  readonly isBlock: boolean
  /** Of a group: the labels that it gives to its tabs. */
  readonly tabs?: TabLabels
}

function tabsOf({ expressions }: Tag): TabLabels {
  const { labels, byValue } = shownLabels(expressions.get('items') ?? expressions.get('values') ?? '')
  return { labels: [...labels], byValue }
}

/** The label that the group around a tab has for it. */
function nextLabel(open: readonly OpenComponent[], { attributes }: Tag): string | undefined {
  const tabs = open.findLast((component) => component.tabs)?.tabs
  return tabs?.byValue.get(attributes.get('value') ?? '') ?? tabs?.labels.shift()
}

type Meaning = 'component' | 'rewritten' | 'html' | 'literal'

function meaningOf(
  { name, attributes, hasBraces, isSelfClosing, isClosing }: Tag,
  { isMdx, closed }: ComponentOptions,
): Meaning {
  if (isMdx && (WRAPPERS.has(name) || name === 'Fragment')) return 'component'
  if (name === '') return 'html'
  if (HTML.has(name.toLowerCase()) && !/^[A-Z][a-z]/.test(name)) return hasBraces ? 'rewritten' : 'html'
  const isTag = isSelfClosing || isClosing || attributes.size > 0 || hasBraces || closed.has(name)
  return isTag ? 'component' : 'literal'
}

/** An element of HTML with those of its attributes that HTML knows. */
function rewritten({ name, isClosing, isSelfClosing, attributes }: Tag): string {
  const kept = Array.from(
    attributes,
    ([attribute, value]) =>
      ` ${attribute === 'className' ? 'class' : attribute}="${value.replaceAll('"', '&quot;')}"`,
  )
  return `<${isClosing ? '/' : ''}${name}${kept.join('')}${isSelfClosing ? ' /' : ''}>`
}

function blockOf(tag: Tag, prefix: string, masked: MaskedText, label: string | undefined): string {
  const newLine = `\n${prefix}`
  const blank = `${newLine}${newLine}`
  if (GROUP.test(tag.name) && !tag.isSelfClosing)
    return `${blank}${tag.isClosing ? GROUP_END : GROUP_START}${blank}`
  const code = codeOf(tag)
  if (code !== undefined) {
    const lines = ['```', ...code.split('\n'), '```']
    return `${blank}${lines.map((line) => masked.hide(line)).join(newLine)}${blank}`
  }
  const shown = label === undefined ? shownBy(tag) : [label]
  const list = tag.isClosing ? [] : [...tag.expressions.values()].flatMap(shownData)
  const data = list.length === 0 ? '' : `${list.map((line) => masked.hide(line)).join(newLine)}${blank}`
  if (shown.length === 0) return blank + data
  const words = shown.map((line) => masked.hide(escapeBraces(line))).join(`\\${newLine}`)
  const isLabel = !tag.isSelfClosing || data !== ''
  return `${newLine}${isLabel ? LABEL : ''}${words}${blank}${data}`
}

function inlineOf(tag: Tag, masked: MaskedText): string {
  if (!tag.isSelfClosing) return ''
  const code = codeOf(tag)
  if (code !== undefined && !code.includes('`')) return masked.hide(`\`${code.replace(/\s+/g, ' ')}\``)
  return iconOf(tag) ?? masked.hide(escapeBraces(shownBy(tag)[0] ?? ''))
}

/** Words in braces are an expression in MDX, and a template elsewhere; those of an attribute are words. */
function escapeBraces(words: string): string {
  return words.replace(/[{}]/g, '\\$&')
}

/** What the last line begins with. */
function prefixOf(text: string): string {
  return /^[ \t>]*/.exec(text.slice(text.lastIndexOf('\n') + 1))?.[0] ?? ''
}
