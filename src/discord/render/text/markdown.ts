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
 * begins or ends with white space, where Discord would show the mark itself. Of styles that overlap the first counts.
 */
export function styled(text: string, styles: readonly Style[]): string {
  let set = ''
  let at = 0
  for (const { start, end, mark } of [...styles].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    set += escapeMarkdown(text.slice(at, start))
    set += text
      .slice(start, end)
      .split('\n')
      .map((line) => marked(line, mark))
      .join('\n')
    at = end
  }
  return set + escapeMarkdown(text.slice(at))
}

/** A list's own sign stays outside, where it still begins the line. */
const AROUND_WORDS = /^(\s*(?:(?:[-*+•]|\d+[.)])\s+)?)(.*?)(\s*)$/su

function marked(line: string, mark: Style['mark']): string {
  const [, before = '', words = '', after = ''] = AROUND_WORDS.exec(line) ?? []
  if (words === '') return escapeMarkdown(line)
  if (mark === '`') {
    return words.includes('`') ? escapeMarkdown(line) : `${before}\`${words}\`${after}`
  }
  return `${escapeMarkdown(before)}${mark}${escapeMarkdown(words)}${mark}${after}`
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
