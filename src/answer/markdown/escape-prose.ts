import type { Span } from '../../domain.ts'
import { emphasisIn } from './emphasis-runs.ts'
import { ADDRESS, inlineCodeIn } from './inline-code.ts'

/** What looks like one of our markers in an article: a reference of its own. */
const LIKE_MARKER = /\[(\d+)\]/g

/** A backslash that would escape what follows or break the line, a code span, an HTML tag, a character reference, a link. */
const ACTIVE = /\\(?=[!-/:-@[-`{-~]|\s*$|\n)|`|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\[(?=[^\]\n]*\]\()/g

/** Where an address is kept from becoming a link. */
const LINK_START = /:(?=\/\/)|(?<=www)\./gi

/** What begins a heading, a quote, a list, a rule, a fence, a table or a definition where it begins a line. */
const LINE_START = /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+\s*$|[-:|][-:|\s]*$|\[[^\]]*\]:)/
const RULE = /^[-*_](?:\s*[-*_]){2,}\s*$/
const NUMBERED_ITEM = /^(\d{1,9})([.)])(?=\s|$)/

/**
 * Sets plain text as Markdown that shows the same text. What would be read as markup is set as inline code where it is
 * a tag, a character reference or a word with markup in it (it was code in its source, and no letter is added to it),
 * and escaped by a backslash elsewhere. What would not be read as markup stays as it is. Line feeds become hard line breaks.
 * What looks like a marker of ours, `[1]`, is set in full-width brackets, `［1］`, which keep its words and length.
 *
 * @example
 * escapeProse('Name it __init__ in <App>, not a_b.') // 'Name it `__init__` in `<App>`, not a_b.'
 */
export function escapeProse(text: string): string {
  return escapeInline(text)
    .split('\n')
    .map((line) => escapeLineStart(line.trim()))
    .filter((line) => line !== '')
    .join('  \n')
}

/** The same for text within a line, such as a cell of a table. */
export function escapeInline(text: string): string {
  const emphasis = emphasisIn(text)
  const code = inlineCodeIn(text, emphasis)
  const marked = text.replace(LIKE_MARKER, '［$1］')
  const active = activeIn(text, marked, emphasis, code)
  const setText = (from: number, to: number) => {
    let escaped = ''
    for (let at = from; at < to; at++) escaped += active.has(at) ? `\\${marked[at]}` : marked[at]
    return escaped
  }
  let from = 0
  let set = ''
  for (const { start, end } of code) {
    set += `${setText(from, start)}\`${text.slice(start, end)}\``
    from = end
  }
  return set + setText(from, text.length)
}

/** Offsets of the characters to escape, outside code. */
function activeIn(
  text: string,
  marked: string,
  emphasis: ReadonlySet<number>,
  code: readonly Span[],
): ReadonlySet<number> {
  const active = new Set(emphasis)
  for (const { index } of marked.matchAll(ACTIVE)) active.add(index)
  // It would escape the backtick.
  for (const { start } of code) if (text[start - 1] === '\\') active.add(start - 1)
  // Within an address a backslash would be shown, so the address is kept from becoming a link.
  for (const { index, 0: address } of text.matchAll(ADDRESS)) {
    if (code.some(({ start, end }) => start <= index && index < end)) continue
    const offsets = Array.from({ length: address.length + 1 }, (_, at) => index + at)
    if (!offsets.some((at) => active.has(at) || marked[at] !== text[at])) continue
    for (const link of address.matchAll(LINK_START)) active.add(index + link.index)
  }
  return active
}

function escapeLineStart(line: string): string {
  if (RULE.test(line)) return line.replace(/[-*_]/g, '\\$&')
  return LINE_START.test(line) ? `\\${line}` : line.replace(NUMBERED_ITEM, '$1\\$2')
}
