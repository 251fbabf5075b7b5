import type { Span, StyledSpan } from '../domain/span.ts'

/**
 * A text that carries its own styles, so that it can be cut at lines and cells, trimmed and joined like any other:
 * `START` style and address `WORDS` words `END`. The marks are noncharacters of Unicode, see `corpus/blocks/labels.ts`.
 */
const START = '\ufdd8'
const WORDS = '\ufdd9'
const END = '\ufdda'

const MARK = /\ufdd8([^\ufdd8-\ufdda]*)\ufdd9|\ufdda/g
const STRAY = /[\ufdd8-\ufdda]/g

type Style = StyledSpan['style']

const LETTERS: Readonly<Record<Style, string>> = { code: 'c', strong: 's', emphasis: 'e', link: 'l' }
const STYLES = new Map(Object.entries(LETTERS).map(([style, letter]) => [letter, style as Style]))

/** A text and what is set apart in it, by offsets. */
export interface StyledText {
  readonly text: string
  readonly styles: readonly StyledSpan[]
}

/**
 * Marks words; the white space around them stays outside. Within words of a style there are no others of the same.
 *
 * @param href of a link, which is none without an address of the web
 */
export function marked(words: string, style: Style, href = ''): string {
  const address = style === 'link' ? webAddress(href) : ''
  const inner = words.trim()
  if (address === undefined || withoutMarks(inner) === '') return words
  const start = words.length - words.trimStart().length
  const outside = [words.slice(0, start), words.slice(start + inner.length)]
  return `${outside[0]}${START}${LETTERS[style]}${address}${WORDS}${withoutStyle(inner, style)}${END}${outside[1]}`
}

/** A text without its marks. */
export function withoutMarks(text: string): string {
  return text.replace(MARK, '').replace(STRAY, '')
}

/** Takes the marks out of a text. */
export function readMarks(marked: string): StyledText {
  const open: { readonly at: number; readonly start: number; readonly head: string }[] = []
  const styles: (StyledSpan | undefined)[] = []
  let text = ''
  let from = 0
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(from, match.index)
    from = match.index + match[0].length
    if (match[1] !== undefined) {
      open.push({ at: styles.length, start: text.length, head: match[1] })
      // Outer before inner: the place is taken when it opens.
      styles.push(undefined)
      continue
    }
    const last = open.pop()
    if (last !== undefined) styles[last.at] = styledSpan(last.head, { start: last.start, end: text.length })
  }
  return {
    text: text + marked.slice(from),
    styles: styles.filter((span) => span !== undefined),
  }
}

/** A part of a text with its marks. */
export function markedSlice({ text, styles }: StyledText, { start, end }: Span): string {
  const inside = clipStyles(styles, { start, end })
  const write = (from: number, to: number, spans: readonly StyledSpan[]): string => {
    let written = ''
    let at = from
    for (const [index, span] of spans.entries()) {
      if (span.start < at) continue
      const inner = spans.slice(index + 1).filter((other) => other.end <= span.end)
      written +=
        text.slice(at, span.start) + marked(write(span.start, span.end, inner), span.style, span.href)
      at = span.end
    }
    return written + text.slice(at, to)
  }
  return write(start, end, inside)
}

/** The styles within a range of their text, cut to it. */
export function clipStyles(styles: readonly StyledSpan[], { start, end }: Span): StyledSpan[] {
  return styles
    .map((span) => ({ ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.start < span.end)
}

/** Styles with offsets that count from elsewhere. */
export function shiftStyles(styles: readonly StyledSpan[], by: number): StyledSpan[] {
  return styles.map((span) => ({ ...span, start: span.start + by, end: span.end + by }))
}

function styledSpan(head: string, span: Span): StyledSpan | undefined {
  const style = STYLES.get(head.slice(0, 1))
  if (style === undefined || span.start === span.end) return undefined
  if (style !== 'link') return { ...span, style }
  const href = webAddress(head.slice(1))
  return href === undefined ? undefined : { ...span, style, href }
}

function withoutStyle(text: string, style: Style): string {
  if (!text.includes(START + LETTERS[style])) return text
  const { text: plain, styles } = readMarks(text)
  const others = styles.filter((span) => span.style !== style)
  return markedSlice({ text: plain, styles: others }, { start: 0, end: plain.length })
}

/** An address of the web as it is written in full; undefined for any other. */
function webAddress(href: string): string | undefined {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return undefined
  return new URL(href).href
}
