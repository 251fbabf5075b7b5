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
]

/** A section or paragraph that a turn counts out: "the second part", 第五部分, 倒數第二節. */
export interface CountedOut {
  readonly unit: 'section' | 'paragraph'
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
    return { unit: /^(para|段)/.test(unit) ? 'paragraph' : 'section', ordinal, words: match[0] }
  }
  return undefined
}

function numberOf(word: string): number {
  return WORDS[word] ?? Number.parseInt(word, 10)
}
