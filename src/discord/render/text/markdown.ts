import type { Span } from '../../../domain/span.ts'

/** Characters that can begin Markdown, a mention, a timestamp, an emoji or a masked link wherever they stand. */
const ACTIVE = /[\\*_~`|<[\]@]/g

/** A heading, a list, a block quote or small print begins a line. */
const LINE_START = /^([^\S\n]*)([#>+-])/gm
const NUMBERED_ITEM = /^([^\S\n]*\d+)([.)])/gm

/** `https://…` becomes a link by itself. */
const SCHEME = /:(?=\/\/)/g

/** `discord.gg/…` becomes an invite, and other addresses of Discord become cards, without any scheme. */
const INVITE_DOT = /(discord(?:app)?)\.(?=[a-z])/gi

/**
 * Makes a text inert in Discord: shown letter for letter, with nothing in it that formats, notifies or opens.
 * Backslashes are used rather than invisible characters, so that what a reader copies is what the article says.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ACTIVE, '\\$&')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBERED_ITEM, '$1\\$2')
    .replace(SCHEME, '\\:')
    .replace(INVITE_DOT, '$1\\.')
}

/** Takes back {@link escapeMarkdown}. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/g, '$1')
}

/** How a part of a text is set, in UTF-16 units of it. */
export interface Style extends Span {
  readonly mark: '**' | '*' | '`'
}

/**
 * A text made inert, with parts of it set in bold, italics or as code. Marks go around words: each line has its own, and none
 * begins or ends with white space, where Discord would show the mark itself. Code may stand within the others; otherwise
 * the first counts of styles that overlap.
 */
export function styled(text: string, styles: readonly Style[]): string {
  const inOrder = [...styles].sort((a, b) => a.start - b.start)
  const codes = inOrder.filter(({ mark }) => mark === '`')
  /** Makes a stretch inert but for the code that is wholly in it. */
  const set = (from: number, to: number): string => {
    let inert = ''
    let at = from
    for (const { start, end } of codes) {
      if (start < at || end > to) continue
      inert += escapeMarkdown(text.slice(at, start)) + eachLine(text.slice(start, end), inCode)
      at = end
    }
    return inert + escapeMarkdown(text.slice(at, to))
  }
  let all = ''
  let at = 0
  for (const { start, end, mark } of inOrder) {
    if (mark === '`' || start < at) continue
    all += set(at, start)
    all += eachLine(text.slice(start, end), (line, offset) =>
      marked(line, mark, (from, to) => set(start + offset + from, start + offset + to)),
    )
    at = end
  }
  return all + set(at, text.length)
}

function eachLine(text: string, change: (line: string, offset: number) => string): string {
  let offset = 0
  return text
    .split('\n')
    .map((line) => {
      const changed = change(line, offset)
      offset += line.length + 1
      return changed
    })
    .join('\n')
}

/** A list's own sign stays outside, where it still begins the line. */
const AROUND_WORDS = /^(\s*(?:(?:[-*+•]|\d+[.)])\s+)?)(.*?)(\s*)$/su

function marked(line: string, mark: '**' | '*', set: (from: number, to: number) => string): string {
  const [, before = '', words = '', after = ''] = AROUND_WORDS.exec(line) ?? []
  if (words === '') return escapeMarkdown(line)
  const inner = set(before.length, before.length + words.length)
  return `${escapeMarkdown(before)}${mark}${inner}${mark}${after}`
}

function inCode(line: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(line) ?? []
  return words === '' || words.includes('`') ? escapeMarkdown(line) : `${before}\`${words}\`${after}`
}

/** Sets lines as a block quote. Expects text that is inert already. */
export function blockQuote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}

/**
 * A code block. Within one nothing but its end acts, so a zero-width space goes between the backticks that would end
 * it: the only place where a reader's copy differs from the article.
 */
export function codeBlock(text: string, language = ''): string {
  const info = /^[\w+#.-]{1,20}$/.test(language) ? language : ''
  return `\`\`\`${info}\n${text.replace(/`(?=`)/g, '`\u200b')}\n\`\`\``
}

/**
 * A link behind words. Only for words of ours: within a label Discord shows backslashes, so nothing there can be made
 * inert (https://github.com/discord/discord-api-docs/issues/6185). Parentheses of the address are encoded, so that
 * they cannot end it.
 */
export function maskedLink(label: string, url: string): string {
  return `[${label}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`
}
