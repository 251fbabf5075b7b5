import { htmlTagNames } from 'html-tag-names'
import { GROUP_END, GROUP_START, LABEL } from '../blocks/labels.ts'
import type { MaskedText } from './masked-text.ts'
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

/** Attributes that components show to readers, in the order in which they are read. */
const SHOWN = [
  'title',
  'titleText',
  'label',
  'header',
  'heading',
  'summary',
  'question',
  'subtitle',
  'tagline',
  'caption',
  'text',
  'description',
  'desc',
  'message',
  'content',
  'answer',
  'alt',
]
/** Components of which a reader sees one child at a time. */
const GROUP = /(?:^|\.)(?:\w*-?tabs|code-?group)$/i
const TAB = /tab(?:-?item|-?panel)?$/i
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
  const open: { readonly name: string; readonly isBlock: boolean }[] = []
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
    if (!tag.isClosing && !tag.isSelfClosing) open.push({ name: tag.name, isBlock })
    if (meaning === 'rewritten') result += rewritten(tag)
    else result += isBlock ? blockOf(tag, prefix ?? prefixOf(result)) : inlineOf(tag)
    from = tag.end
    at = tag.end - 1
  }
  masked.text = result + text.slice(from)
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

function blockOf(tag: Tag, prefix: string): string {
  const newLine = `\n${prefix}`
  const blank = `${newLine}${newLine}`
  if (GROUP.test(tag.name) && !tag.isSelfClosing)
    return `${blank}${tag.isClosing ? GROUP_END : GROUP_START}${blank}`
  const shown = shownBy(tag)
  if (shown.length === 0) return blank
  const words = shown.join(`\\${newLine}`)
  return tag.isSelfClosing ? `${newLine}${words}${blank}` : `${newLine}${LABEL}${words}${blank}`
}

function inlineOf(tag: Tag): string {
  return tag.isSelfClosing ? (shownBy(tag)[0] ?? '') : ''
}

function shownBy({ name, attributes, isClosing }: Tag): string[] {
  if (isClosing) return []
  const values = SHOWN.flatMap((attribute) => attributes.get(attribute) ?? [])
  const words = [...new Set(values)].filter((value) => /\p{L}|\p{N}/u.test(value))
  const value = TAB.test(name) && words.length === 0 ? attributes.get('value') : undefined
  return (value === undefined ? words : [value]).map((shown) => shown.replace(/\s+/g, ' ').trim())
}

/** What the last line begins with. */
function prefixOf(text: string): string {
  return /^[ \t>]*/.exec(text.slice(text.lastIndexOf('\n') + 1))?.[0] ?? ''
}
