import type { Inline } from './tree.ts'

type Span = 'strong' | 'emphasis' | 'deleted'

const SPANS: readonly (readonly [delimiter: string, type: Span])[] = [
  ['***', 'strong'],
  ['**', 'strong'],
  ['__', 'strong'],
  ['~~', 'deleted'],
  ['*', 'emphasis'],
  ['_', 'emphasis'],
]

const ESCAPED = /^\\([!-/:-@[-`{-~])/
const CODE = /^(`+)(?!`)([\s\S]*?[^`])\1(?!`)/
const MARKER = /^\[(\d{1,3})\]/
const LINK = /^\[([^[\]]+)\]\(\s*<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+"[^"]*")?\s*\)/
const BRACKETED_ADDRESS = /^<(https?:\/\/[^\s<>]+)>/i
const ADDRESS = /^https?:\/\/[^\s<>"'`*[\]\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/iu
/** Ends a sentence rather than an address. */
const TRAILING = /[.,:;!?)]+$/
const WORD = /[\p{L}\p{N}]/u
const SPACE = /\s/
/** Whatever may begin something other than text. */
const SPECIAL = /[\\`*_~[<\n]|https?:\/\//gi

/**
 * Reads the inline part of Markdown: code, emphasis, links, breaks and citation markers. What is not one of these stays
 * text, HTML included. Emphasis needs no spaces around it, unlike CommonMark's, for Chinese is written without them.
 *
 * @param depth how deep emphasis may still nest; beyond that it is text
 */
export function parseInline(source: string, depth = 6): Inline[] {
  const found: Inline[] = []
  // Delimiters that nothing behind here closes.
  const unclosed = new Set<string>()
  let text = ''
  let at = 0

  function add(inline: Inline, length: number): void {
    if (text !== '') found.push({ type: 'text', text })
    text = ''
    found.push(inline)
    at += length
  }

  while (at < source.length) {
    SPECIAL.lastIndex = at
    const next = SPECIAL.exec(source)?.index ?? source.length
    text += source.slice(at, next)
    at = next
    if (at === source.length) break
    const rest = source.slice(at)
    const escaped = ESCAPED.exec(rest)
    if (escaped !== null) {
      text += escaped[1]
      at += 2
      continue
    }
    const read = readOne(rest, characterBefore(source, at), depth, unclosed)
    if (read === undefined) {
      text += source[at]
      at += 1
    } else {
      add(read.inline, read.length)
    }
  }
  if (text !== '') found.push({ type: 'text', text })
  return found
}

/** What stands before a character; before an underscore, what stands before it and its like. */
function characterBefore(source: string, at: number): string {
  return source[at] === '_' ? beforeRun(source, at) : (source[at - 1] ?? ' ')
}

/** What stands before a character and those of its kind right before it. */
function beforeRun(source: string, at: number): string {
  let start = at
  while (start > 0 && source[start - 1] === source[at]) start -= 1
  return source[start - 1] ?? ' '
}

interface Read {
  readonly inline: Inline
  /** Code units of the source. */
  readonly length: number
}

function readOne(rest: string, before: string, depth: number, unclosed: Set<string>): Read | undefined {
  if (rest.startsWith('\n')) return { inline: { type: 'break' }, length: 1 }
  const code = CODE.exec(rest)
  if (code !== null) {
    return {
      inline: { type: 'code', text: (code[2] ?? '').replace(/^ (.*[^ ].*) $/s, '$1') },
      length: code[0].length,
    }
  }
  const marker = MARKER.exec(rest)
  if (marker !== null && rest[marker[0].length] !== '(') {
    return { inline: { type: 'marker', marker: Number(marker[1]) }, length: marker[0].length }
  }
  return readLink(rest, before, depth) ?? readSpan(rest, before, depth, unclosed)
}

function readLink(rest: string, before: string, depth: number): Read | undefined {
  const [whole, label = '', href = ''] = LINK.exec(rest) ?? []
  if (whole !== undefined && isWebAddress(href)) {
    const children = depth > 0 ? parseInline(label, depth - 1).filter(({ type }) => type !== 'link') : []
    return { inline: { type: 'link', href, children }, length: whole.length }
  }
  const bracketed = BRACKETED_ADDRESS.exec(rest)
  if (bracketed !== null) return linkTo(bracketed[1] ?? '', bracketed[0].length)
  const address = WORD.test(before) ? undefined : ADDRESS.exec(rest)?.[0].replace(TRAILING, '')
  return address === undefined || !isWebAddress(address) ? undefined : linkTo(address, address.length)
}

function linkTo(href: string, length: number): Read {
  return { inline: { type: 'link', href, children: [{ type: 'text', text: href }] }, length }
}

/** Only an address of the web becomes a link: a text may name any scheme. */
function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address)
}

function readSpan(rest: string, before: string, depth: number, unclosed: Set<string>): Read | undefined {
  if (depth === 0) return undefined
  for (const [delimiter, type] of SPANS) {
    if (!rest.startsWith(delimiter) || unclosed.has(delimiter)) continue
    // `snake_case` is one word.
    if (delimiter.startsWith('_') && WORD.test(before)) continue
    if (!opens(rest, delimiter)) continue
    const end = closing(rest, delimiter)
    if (end === undefined) {
      unclosed.add(delimiter)
      continue
    }
    const inside = parseInline(rest.slice(delimiter.length, end), depth - 1)
    const children: Inline[] = delimiter === '***' ? [{ type: 'emphasis', children: inside }] : inside
    return { inline: { type, children }, length: end + delimiter.length }
  }
  return undefined
}

/** Whether something stands right behind the delimiter that a text begins with. */
function opens(rest: string, delimiter: string): boolean {
  const next = rest[delimiter.length] ?? ' '
  return !SPACE.test(next) && next !== delimiter[0]
}

/** Where the delimiter that a text begins with is closed: right behind a word, and with something in between. */
function closing(rest: string, delimiter: string): number | undefined {
  const opened = delimiter.length
  let tick = rest.indexOf('`', opened)
  for (let at = opened + 1; ; at += 1) {
    at = rest.indexOf(delimiter, at)
    // What stands in code closes nothing.
    while (tick !== -1 && tick < at) {
      const code = rest[tick - 1] === '\\' ? null : CODE.exec(rest.slice(tick))
      tick += code?.[0].length ?? 1
      if (at < tick) at = rest.indexOf(delimiter, tick)
      tick = rest.indexOf('`', tick)
    }
    if (at === -1) return undefined
    const before = rest[at - 1] ?? ' '
    if (before === '\\' || before === ' ' || SPACE.test(before)) continue
    if (before === delimiter[0] && SPACE.test(beforeRun(rest, at))) continue
    const after = rest[at + opened] ?? ' '
    if (after === delimiter[0]) {
      at += opened
      continue
    }
    if (delimiter.startsWith('_') && WORD.test(after)) continue
    return at
  }
}
