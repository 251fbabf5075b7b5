import { CHINESE_NUMBER, chineseNumber } from './chinese-number.ts'

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const ENGLISH = new RegExp(
  `\\b(${WORDS.join('|')}|an?|single|\\d{1,2})[ -](?:(?:short|single|key|main|quick|brief|simple|bullet|most important) )*(?:bullets?|points?|sentences?|lines?|takeaways?|ideas?|liners?|things)\\b|\\b(?:max|maximum|at most|up to|no more than|top) (${WORDS.join('|')}|\\d{1,2})\\b`,
)
/** 一点 is a little. */
const CHINESE = new RegExp(`(?<!第)(?!一[点些下])(${CHINESE_NUMBER})(?:个|条|项)?(?:重点|要点|点|句|条|行)`)

/** How many sentences or points a turn asks for: "in three bullet points", 一句話. */
export function askedCount(text: string): number | undefined {
  const chinese = CHINESE.exec(text)?.[1]
  const [, counted, most] = ENGLISH.exec(text) ?? []
  const english = counted ?? most
  const count = chinese !== undefined ? chineseNumber(chinese) : english && numberOf(english)
  return count === undefined || count === '' || count < 1 ? undefined : count
}

function numberOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : Math.max(1, WORDS.indexOf(word) + 1)
}
