import type { Nodes, PhrasingContent } from 'mdast'

/** Stands for a hard line break until the soft ones are gone. */
const HARD_BREAK = '\u2028'

/** Scripts that are written without spaces, with their punctuation. */
const SPACELESS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60]$/u

/**
 * The words of inline content. A soft line break is a space, and nothing between characters of a script that is
 * written without spaces.
 *
 * @returns text whose line breaks are those that the author has set
 */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(phrase).join('').split(HARD_BREAK).map(withoutSoftBreaks).join('\n').trim()
}

/** The same on one line, for a heading, an item or a cell. */
export function inlineLine(nodes: readonly PhrasingContent[]): string {
  return oneLine(inlineText(nodes))
}

/** A text with a space for each line break and tab in it, and the white space around them. */
export function oneLine(text: string): string {
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
    const isSpaceless = SPACELESS.test(lastCharacter(joined)) && SPACELESS.test(firstCharacter(next))
    joined += joined === '' || isSpaceless ? next : ` ${next}`
  }
  return joined
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? ''
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
