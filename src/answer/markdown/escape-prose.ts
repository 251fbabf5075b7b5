import type { Span, StyledSpan } from '../../domain/span.ts'
import { readMarks } from '../../text/inline-marks.ts'
import { emphasisIn } from './emphasis-runs.ts'
import { ADDRESS, inlineCodeIn } from './inline-code.ts'
import { type Wrap, wrapsIn } from './wraps.ts'

/** What looks like one of our markers in an article: a reference of its own. */
const LIKE_MARKER = /\[(\d+)\]/g

/** A backslash that would escape what follows or break the line, a code span, an HTML tag, a character reference, a link. */
const ACTIVE = /\\(?=[!-/:-@[-`{-~]|\s*$|\n)|`|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\](?=\()/g

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
  return linesOf(setInline(text, []))
}

/** The same for a text that carries its styles, see `text/inline-marks.ts`: code, emphasis and links are set as such. */
export function styledProse(marked: string): string {
  return linesOf(styledInline(marked))
}

/** The same within a line, such as in a cell of a table. */
export function styledInline(marked: string): string {
  const { text, styles } = readMarks(marked)
  return setInline(text, styles)
}

function linesOf(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => escapeLineStart(line.trim()))
    .filter((line) => line !== '')
    .join('  \n')
}

function setInline(text: string, styles: readonly StyledSpan[]): string {
  const known = styles.filter(({ style }) => style === 'code')
  const emphasis = new Set([...emphasisIn(text), ...emphasisIn(withoutWords(text, known))])
  const code = inlineCodeIn(text, emphasis, known)
  const wraps = wrapsIn(text, styles, code)
  const marked = text.replace(LIKE_MARKER, '［$1］')
  const active = activeIn(text, marked, emphasis, code, wraps)
  const setText = (from: number, to: number) => {
    let escaped = ''
    for (let at = from; at < to; at++)
      escaped += wrapsAt(wraps, at) + (active.has(at) ? `\\${marked[at]}` : marked[at])
    return escaped
  }
  let from = 0
  let set = ''
  for (const { start, end } of code) {
    set += `${setText(from, start)}${wrapsAt(wraps, start)}\`${text.slice(start, end)}\``
    from = end
  }
  return set + setText(from, text.length) + wrapsAt(wraps, text.length)
}

/** A text with backticks in the place of its code: what stands beside code stands beside no word. */
function withoutWords(text: string, code: readonly Span[]): string {
  let from = 0
  let masked = ''
  for (const { start, end } of code) {
    masked += text.slice(from, start) + '`'.repeat(end - start)
    from = end
  }
  return masked + text.slice(from)
}

/** What ends and begins at an offset: inner before outer, then outer before inner. */
function wrapsAt(wraps: readonly Wrap[], at: number): string {
  if (wraps.length === 0) return ''
  const closing = wraps.filter(({ end }) => end === at).map(({ close }) => close)
  const opening = wraps.filter(({ start }) => start === at).map(({ open }) => open)
  return closing.reverse().join('') + opening.join('')
}

/** Offsets of the characters to escape, outside code. */
function activeIn(
  text: string,
  marked: string,
  emphasis: ReadonlySet<number>,
  code: readonly Span[],
  wraps: readonly Wrap[],
): ReadonlySet<number> {
  const active = new Set(emphasis)
  // Beside emphasis of ours, any other asterisk might be taken for its end.
  if (wraps.some(({ open }) => open.includes('*')))
    for (const { index } of text.matchAll(/\*/g)) active.add(index)
  for (const { index } of marked.matchAll(ACTIVE)) active.add(index)
  // It would escape the backtick.
  for (const { start } of code) if (text[start - 1] === '\\') active.add(start - 1)
  // What stands at an end of a link or of emphasis no longer stands in a word, and must not escape its mark.
  for (const { index, 0: run } of wraps.length === 0 ? [] : text.matchAll(/\\|[*_~]+/g)) {
    const isAtEnd = wraps.some(({ start, end }) =>
      [start, end].some((edge) => index <= edge && edge <= index + run.length),
    )
    if (isAtEnd) for (let at = index; at < index + run.length; at++) active.add(at)
  }
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
