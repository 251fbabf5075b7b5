import { TAKEN_OUT, withoutEmptied } from '../../text/emptied-brackets.ts'
import { ENGLISH_STOP_WORDS } from '../../text/stop-words.ts'

/**
 * What chat platforms write into a message for their clients: Discord's mentions, emoji, timestamps and commands
 * (https://discord.com/developers/docs/reference#message-formatting), Slack's mentions.
 */
const PLATFORM_MARK_UP =
  /<(?:@[!&]?\d+|#\d+|t:-?\d+(?::[A-Za-z])?|\/[^<>:\n]{1,100}:\d+|id:\w+|@[UW][A-Z0-9]+(?:\|[^<>\n]*)?|![a-z]+(?:\|[^<>\n]*)?)>/g
const PLATFORM_EMOJI = /<a?:\w{1,64}:\d+>/g
const LINK_WITH_TEXT = /\[([^[\]\n]+)\]\(<?https?:\/\/[^\s()<>]+>?\)|<https?:\/\/[^\s<>|]+\|([^<>\n]+)>/g
const LINK = /<?\bhttps?:\/\/[^\s<>\p{Script=Han}，。、；：！？「」『』（）]+(?<![.,;:!?'")\]])>?/gu
/** Bold, struck out, hidden until clicked. Underscores stay: they are in names (`__dirname`). */
const EMPHASIS = /(\*\*|~~|\|\|)(?=\S)([^\n]+?)(?<=\S)\1/g
const EMOJI =
  /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*|[\u{1F1E6}-\u{1F1FF}]{2}|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D|\u20E3/gu
const NAMED_EMOJI = /(?<![^\s:]):[a-z][a-z0-9_+-]{1,31}:(?![\w:])/gi
/** Pictures of WeChat and QQ, as they arrive where they are not known. */
const BRACKETED_EMOJI =
  /\[(?:捂脸|捂臉|微笑|doge|狗头|狗頭|笑哭|流泪|流淚|大哭|抱拳|玫瑰|赞|讚|强|強|OK|呲牙|偷笑|害羞|可怜|可憐|奸笑|旺柴|合十)\]/giu
/** A picture ends a sentence. */
const BREAK = '\n'
const QUOTED_LINE = /^[^\S\n]*>{1,2}(?!>)[^\n]*$/
const QUOTED_TO_THE_END = /^[^\S\n]*>>>\s/
const NAME = /@[\p{L}\p{N}_.-]{1,32}(?![\p{L}\p{N}_/])/u
const LEADING_NAME = new RegExp(`^(?:[\\s,，:：]*${NAME.source})`, 'u')
const TRAILING_NAME = new RegExp(`(?:^|\\s)${NAME.source}[\\s,，.!！?？]*$`, 'u')
/** Names that call everybody, and the bot's own. */
const CALLS = /^@(?:everyone|here|channel|all|footnote)$/i

/**
 * What a person wrote, without what the platform put into it and without pictures: mentions, custom emoji, links,
 * emphasis, lines quoted from somebody else, names that are called. What is nothing but such (a link, a quotation) stays.
 *
 * @param isSubject whether a word (lower case) is a subject of the corpus, so that `@media` is no name that is called
 */
export function plainWords(text: string, isSubject: (word: string) => boolean = () => false): string {
  const unmarked = withoutQuotedLines(text)
    .replace(PLATFORM_EMOJI, BREAK)
    .replace(PLATFORM_MARK_UP, TAKEN_OUT)
    .replace(
      LINK_WITH_TEXT,
      (_link, text: string | undefined, other: string | undefined) => text ?? other ?? '',
    )
    .replace(EMPHASIS, '$2')
    .replace(EMOJI, BREAK)
    .replace(NAMED_EMOJI, BREAK)
    .replace(BRACKETED_EMOJI, BREAK)
  const linkless = unmarked.replace(LINK, TAKEN_OUT)
  const words = saysSomething(linkless) ? linkless : unmarked
  return withoutNames(withoutEmptied(words), isSubject)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
}

const ASKS = /^(?:what|who|whom|whose|when|where|why|how|which)$/

/** Whether more is left than small words and marks: something that is named, or asked. */
export function saysSomething(text: string): boolean {
  if (/\p{Script=Han}/u.test(text)) return true
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? []
  return words.some((word) => ASKS.test(word) || !ENGLISH_STOP_WORDS.has(word.replace(/['’]/g, '')))
}

function withoutQuotedLines(text: string): string {
  const lines = text.split('\n')
  const quotedFrom = lines.findIndex((line) => QUOTED_TO_THE_END.test(line))
  const own = lines
    .slice(0, quotedFrom < 0 ? lines.length : quotedFrom)
    .filter((line) => !QUOTED_LINE.test(line))
    .join('\n')
  if (own.trim() !== '') return own
  return lines.map((line) => line.replace(/^[^\S\n]*>{1,3}[^\S\n]?/, '')).join('\n')
}

/** Names that are called stand at the beginning or at the end; elsewhere they are spoken about (`@types/node`). */
function withoutNames(text: string, isSubject: (word: string) => boolean): string {
  const isCalled = (name: string) => CALLS.test(name) || !isSubject(name.slice(1).toLowerCase())
  let rest = text.trim()
  for (const pattern of [LEADING_NAME, TRAILING_NAME]) {
    for (;;) {
      const found = pattern.exec(rest)?.[0]
      const name = found?.match(NAME)?.[0]
      if (found === undefined || name === undefined || !isCalled(name)) break
      const without = pattern === LEADING_NAME ? rest.slice(found.length) : rest.slice(0, -found.length)
      if (without.trim() === '') return without
      rest = without.trim()
    }
  }
  return rest
}
