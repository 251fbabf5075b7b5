import type { Nodes, PhrasingContent } from 'mdast'
import { marked, withoutMarks } from '../../text/inline-marks.ts'
import { subscript, superscript } from './raised-text.ts'

/** Stands for a hard line break until the soft ones are gone. */
const HARD_BREAK = '\u2028'

/** Scripts that are written without spaces, with their punctuation. */
const SPACELESS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60]$/u

const TAG = /^<(\/?)([a-z][\w-]*)/i
const ALT = /\balt=(?:"([^"]*)"|'([^']*)')/i

/** A link that a site puts beside a heading so that its address can be copied. */
const ANCHOR_MARK = /^(?:[\s#¶§🔗⚓↑↩\u200b]|\ufe0e|\ufe0f)*$/u

/** Elements whose words are written otherwise than as they are; what is said of a character stands above it. */
const WRITTEN: Readonly<Record<string, (text: string, before: string) => string>> = {
  sup: (text, before) => superscript(withoutMarks(text), withoutMarks(before)),
  sub: (text) => subscript(withoutMarks(text)),
  del: deleted,
  s: deleted,
  strike: deleted,
  code: (text) => marked(withoutMarks(text), 'code'),
  kbd: (text) => marked(withoutMarks(text), 'code'),
  strong: (text) => marked(text, 'strong'),
  b: (text) => marked(text, 'strong'),
  em: (text) => marked(text, 'emphasis'),
  i: (text) => marked(text, 'emphasis'),
  rt: () => '',
  rp: () => '',
  script: () => '',
  style: () => '',
}

/**
 * The words of inline content. A soft line break is a space, and nothing between characters of a script that is
 * written without spaces. What is set apart in it is marked, see `text/inline-marks.ts`.
 *
 * @returns text whose line breaks are those that the author has set
 */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return phrases(nodes).split(HARD_BREAK).map(withoutSoftBreaks).join('\n').trim()
}

/** The text of inline nodes on one line, for a heading, an item or a cell. */
export function inlineLine(nodes: readonly PhrasingContent[]): string {
  return oneLine(inlineText(nodes))
}

/** A text with a space for each line break and tab in it, and the white space around them. */
function oneLine(text: string): string {
  return text
    .split(/[\n\t]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}

function withoutSoftBreaks(text: string): string {
  let joined = ''
  for (const line of text.split('\n')) {
    const next = line.trim()
    if (next === '') continue
    const isSpaceless =
      SPACELESS.test(lastCharacter(joined)) && SPACELESS.test(firstCharacter(withoutMarks(next)))
    joined += joined === '' || isSpaceless ? next : ` ${next}`
  }
  return joined
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

/** The marks at the end of a text take no more than this. */
const LAST_WORDS = 12

function lastCharacter(text: string): string {
  return Array.from(withoutMarks(text.slice(-LAST_WORDS)).slice(-2)).at(-1) ?? ''
}

/** The words of neighbours, some of which may be tags that open and close. */
function phrases(nodes: readonly Nodes[]): string {
  const open: { readonly name: string; text: string }[] = [{ name: '', text: '' }]
  const innermost = () => open.at(-1) as (typeof open)[number]
  const close = () => {
    const { name, text } = open.pop() as (typeof open)[number]
    innermost().text += WRITTEN[name]?.(text, innermost().text) ?? text
  }
  for (const node of nodes) {
    const [, slash, tag = ''] = node.type === 'html' ? (TAG.exec(node.value) ?? []) : []
    const name = tag.toLowerCase()
    if (!(name in WRITTEN)) innermost().text += phrase(node)
    else if (slash === '') open.push({ name, text: '' })
    else if (innermost().name === name) close()
  }
  // What is not closed is no element.
  while (open.length > 1) {
    const { text } = open.pop() as (typeof open)[number]
    innermost().text += text
  }
  return innermost().text
}

function phrase(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return withoutMarks(node.value)
    case 'inlineCode':
      return marked(withoutMarks(node.value), 'code')
    case 'strong':
      return marked(phrases(node.children), 'strong')
    case 'emphasis':
      return marked(phrases(node.children), 'emphasis')
    case 'break':
      return HARD_BREAK
    case 'html':
      return htmlPhrase(node.value)
    case 'image':
    case 'imageReference':
      return withoutMarks(node.alt ?? '')
    case 'delete':
      return deleted(phrases(node.children))
    case 'link': {
      const words = phrases(node.children)
      return node.url.includes('#') && ANCHOR_MARK.test(withoutMarks(words))
        ? ''
        : marked(words, 'link', node.url)
    }
    default:
      return 'children' in node ? phrases(node.children) : ''
  }
}

function htmlPhrase(html: string): string {
  if (/^<br\b/i.test(html)) return HARD_BREAK
  const [, double, single] = /^<img\b/i.test(html) ? (ALT.exec(html) ?? []) : []
  return withoutMarks(double ?? single ?? '')
}

/** Words that the author has taken back; without a mark they would be read with those that replace them. */
function deleted(text: string): string {
  const words = text.trim()
  return words === '' ? '' : `~~${words}~~`
}
