import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import { CHINESE_ADDRESSED, CHINESE_ORDERS, CHINESE_PERHAPS } from './chinese-requests.ts'
import { ENGLISH_ADDRESSED, ENGLISH_ORDERS, ENGLISH_PERHAPS } from './english-requests.ts'
import { spokenOf } from './spoken-of.ts'

const ORDERS = [...ENGLISH_ORDERS, ...CHINESE_ORDERS]
const PERHAPS = [...ENGLISH_PERHAPS, ...CHINESE_PERHAPS]
const ADDRESSED = [...ENGLISH_ADDRESSED, ...CHINESE_ADDRESSED]
/** Longer turns are questions with a story, or texts. */
const LONGEST_ORDER = 400
/** Words that say this much of a turn stand in a corpus that speaks of what it is about, … */
const SPOKEN_OF = 0.8
/** … and this much in one that speaks of something near. */
const NEARLY_SPOKEN_OF = 0.5

/** Whether a turn asks of the bot what is none of its business, whatever the articles are about. */
export function isOrder(text: string): boolean {
  return text.length <= LONGEST_ORDER && ORDERS.some((pattern) => pattern.test(text))
}

/** Whether a turn has the form of a request to others: of what the articles say it may be a question. Comparable text. */
export function isLikelyBesides(text: string): boolean {
  return text.length <= LONGEST_ORDER && PERHAPS.some((pattern) => pattern.test(text))
}

/**
 * Whether a turn asks for what the articles do not speak of: the weather, unless they hold "weather" and the other words
 * of the turn.
 *
 * @param text comparable
 * @param words as they were written
 */
export function isBesides(text: string, words: string, lexicalIndex: LexicalIndex): boolean {
  if (text.length > LONGEST_ORDER) return false
  const asks = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(text))
  if (asks(PERHAPS)) return spokenOf(words, lexicalIndex).share < SPOKEN_OF
  if (!asks(ADDRESSED)) return false
  const { share, isNamed } = spokenOf(words, lexicalIndex)
  return !isNamed && share < NEARLY_SPOKEN_OF
}
