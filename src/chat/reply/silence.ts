import { NOT_THERE } from '../prompt/answer-prompt.ts'

const SENTINEL = new RegExp(`^[\\W_]*(?:${NOT_THERE}|NOT_FOUND)\\b`.replaceAll('T_', 'T[_\\s-]?'), 'i')

/** How models say in their own words that they were given no answer. */
const NOT_SAID: readonly RegExp[] = [
  /\b(?:do(?:es)?n[o']?t|do(?:es)? not|did not|didn't|is not|isn't|are not|aren't|not)\b.{0,40}\b(?:say|said|state|stated|mention|mentioned|contain|contained|provide|provided|specify|specified|answer|answered|include|included|given|found|available|there|discuss|discussed|cover|covered)\b/i,
  /\b(?:no|not enough|insufficient) (?:information|mention|answer|sentence|details?|data)\b|\bcannot be (?:found|answered|determined)\b|\bnot found\b/i,
  /(?:沒有|没有|未|並未|并未|沒|没)(?:曾|有)?(?:提到|提及|說|说|寫|写|講|讲|涉及|包含|給出|给出|回答|提供|記載|记载|說明|说明|相關|相关)|找不到|(?:無法|无法|不能)(?:找到|回答|得知|確定|确定|從|从)/,
]

/** Somebody who says that nothing is said says little else; in characters. */
const LONGEST_SILENCE = 300

const REFUSES =
  /\b(?:can(?:no|')t|unable to|not able to|won't|will not|must decline)\b.{0,20}\b(?:help|assist|comply|discuss|provide|do|answer|fulfil?l?)\b|\b(?:i'm|i am) sorry\b|(?:抱歉|對不起|对不起|很遺憾|很遗憾).{0,12}(?:不能|無法|无法|協助|协助|幫|帮)/i

/** Whether a line is the word for "the answer is not there". */
export function isSentinel(line: string): boolean {
  return SENTINEL.test(line)
}

/** What a reply that rests on nothing means. */
export function meaningOfSilence(reply: string): 'empty' | 'not-there' | 'refused' | 'unsupported' {
  const text = reply.trim()
  if (text === '') return 'empty'
  if (REFUSES.test(text)) return 'refused'
  const isNotSaid = text.length <= LONGEST_SILENCE && NOT_SAID.some((words) => words.test(text))
  return isNotSaid ? 'not-there' : 'unsupported'
}
