import { CHINESE_NUMBER, chineseNumber } from './chinese-number.ts'

/** A place in a list, from 1; from the end where it is negative: −1 is the last. */
export type Ordinal = number

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  first: 1,
  opening: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  last: -1,
  final: -1,
  closing: -1,
  concluding: -1,
  penultimate: -2,
}
const WORD = `(?:${Object.keys(WORDS).join('|')})`

/** An article named as such. */
const ARTICLE =
  '(?:the|this|that) (?:whole |entire )?(?:article|text|piece|post|story|essay|document|page|paper|report|guide|book|blog post|author|writer)'

/** Comparable text → what is counted, and which. */
const FORMS: readonly {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray) => { readonly unit: string; readonly ordinal: Ordinal }
}[] = [
  {
    pattern:
      /\b(second|third) (?:to|from) (?:the )?last (section|part|chapter|paragraph)\b|\b(?:second|next to) last (section|part|chapter|paragraph)\b/,
    read: ([, which, unit, other]) => ({ unit: unit ?? other ?? '', ordinal: which === 'third' ? -3 : -2 }),
  },
  {
    pattern: new RegExp(`\\b(${WORD}|\\d{1,3}(?:st|nd|rd|th)) (section|part|chapter|paragraph|heading)\\b`),
    read: ([, which = '', unit = '']) => ({ unit, ordinal: numberOf(which) }),
  },
  {
    pattern: new RegExp(
      `\\b(section|part|chapter|paragraph|heading|sec|para|ch)\\.? ?(?:no\\.? ?|number |#)?(${WORD}|\\d{1,3})\\b`,
    ),
    read: ([, unit = '', which = '']) => ({ unit, ordinal: numberOf(which) }),
  },
  {
    pattern: new RegExp(`倒数第(${CHINESE_NUMBER})个?(部分|章节|小节|段落|节|章|段)`),
    read: ([, which = '', unit = '']) => ({ unit, ordinal: -chineseNumber(which) }),
  },
  {
    pattern: /(最后|最末|末尾?|结尾)的?那?[一个]?(部分|章节|小节|段落|节|章|段)/,
    read: ([, , unit = '']) => ({ unit, ordinal: -1 }),
  },
  {
    pattern: /(开头|首|头)的?那?[一个]?(部分|章节|小节|段落|节|章|段)/,
    read: ([, , unit = '']) => ({ unit, ordinal: 1 }),
  },
  {
    pattern: new RegExp(`第 ?(${CHINESE_NUMBER}) ?个?(部分|章节|小节|段落|节|章|段)`),
    read: ([, which = '', unit = '']) => ({ unit, ordinal: chineseNumber(which) }),
  },
  {
    pattern: new RegExp(
      `\\bhow (?:does|do|did) ${ARTICLE} (?:end|conclude|finish|close|wrap up)s?\\b|\\b(?:ending|end|conclusions?|final words|closing words|closing) of ${ARTICLE}\\b|\\b(?:what does|did) ${ARTICLE} conclude\\b|^\\W*(?:(?:and|so|what|is|are|whats|does|do|give me|show me|read me) )*(?:the |its )?(?:conclusions?|ending)(?: (?:say|says|state|states|about|mention))?\\W*$`,
    ),
    read: () => ({ unit: 'end', ordinal: -1 }),
  },
  {
    pattern: new RegExp(
      `\\bhow (?:does|do|did) ${ARTICLE} (?:start|begin|open)s?\\b|\\b(?:beginning|start|opening|introduction|intro) of ${ARTICLE}\\b`,
    ),
    read: () => ({ unit: 'paragraph', ordinal: 1 }),
  },
  {
    pattern:
      /(?:文章|全文|本文|这篇|作者|文)?的?(?:结尾|末尾|结语|尾声|收尾|结局|最后)(?:是|又|还)*(?:怎么|如何)?(?=讲|说|写|收|结束|提到|谈)|(?:文章|全文|本文|这篇|作者)的?(?:结论|结尾|结语|结局|尾声)|^[\s\p{P}]*(?:那|它的?|最后的?)*(?:结论|结尾|结语)(?=(?:是)?(?:什么|啥|呢|为何)?[\s\p{P}]*$)/u,
    read: () => ({ unit: 'end', ordinal: -1 }),
  },
  {
    pattern:
      /(?:文章|全文|本文|这篇|作者|文)?的?(?:开头|开篇|开场|一开始|引言|前言)(?:是|又)*(?:怎么|如何)?(?=讲|说|写|提到|谈)|(?:文章|全文|本文|这篇)的?(?:开头|开篇|引言|前言)/,
    read: () => ({ unit: 'paragraph', ordinal: 1 }),
  },
]

/** A section or paragraph that a turn counts out: "the second part", 第五部分, 倒數第二節. */
export interface CountedOut {
  /** The end is the last section, or paragraph where there are no sections. */
  readonly unit: 'section' | 'paragraph' | 'end'
  readonly ordinal: Ordinal
  /** The words that count it out. */
  readonly words: string
}

/** @param text comparable, see ComparableTurn */
export function countedOut(text: string): CountedOut | undefined {
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(text)
    if (match === null) continue
    const { unit, ordinal } = read(match)
    if (ordinal === 0) continue
    return { unit: unitOf(unit), ordinal, words: match[0] }
  }
  return undefined
}

function unitOf(word: string): CountedOut['unit'] {
  if (word === 'end') return 'end'
  return /^(para|段)/.test(word) ? 'paragraph' : 'section'
}

function numberOf(word: string): number {
  return WORDS[word] ?? Number.parseInt(word, 10)
}
