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
    const read = readOne(rest, source[at - 1] ?? ' ', depth)
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

interface Read {
  readonly inline: Inline
  /** Code units of the source. */
  readonly length: number
}

function readOne(rest: string, before: string, depth: number): Read | undefined {
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
  return readLink(rest, before, depth) ?? readSpan(rest, before, depth)
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

function readSpan(rest: string, before: string, depth: number): Read | undefined {
  if (depth === 0) return undefined
  for (const [delimiter, type] of SPANS) {
    if (!rest.startsWith(delimiter)) continue
    // `snake_case` is one word.
    if (delimiter.startsWith('_') && WORD.test(before)) continue
    const end = closing(rest, delimiter)
    if (end === undefined) continue
    const inside = parseInline(rest.slice(delimiter.length, end), depth - 1)
    const children: Inline[] = delimiter === '***' ? [{ type: 'emphasis', children: inside }] : inside
    return { inline: { type, children }, length: end + delimiter.length }
  }
  return undefined
}

/** Where the delimiter that a text begins with is closed: right behind a word, and with something in between. */
function closing(rest: string, delimiter: string): number | undefined {
  const opened = delimiter.length
  if (/^\s/.test(rest.slice(opened)) || rest[opened] === delimiter[0]) return undefined
  for (let at = opened + 1; ; at += 1) {
    at = rest.indexOf(delimiter, at)
    if (at === -1) return undefined
    const after = rest[at + opened] ?? ' '
    if (/[\s\\]/.test(rest[at - 1] ?? ' ')) continue
    if (after === delimiter[0]) {
      at += opened
      continue
    }
    if (delimiter.startsWith('_') && WORD.test(after)) continue
    return at
  }
}
