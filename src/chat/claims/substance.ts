import { countHan } from '../../text/languages.ts'
import { ENGLISH_STOP_WORDS } from '../../text/stop-words.ts'

/** Longer is no sentence. */
const LONGEST = 500
/** Words that say something: fewer can be said of anything. */
const LEAST_WORDS = 2
const HAN_PER_WORD = 2

/** Words that take sides without saying of what. */
const BARE = new Set(
  'yes no ok okay sure true false right wrong correct indeed certainly here maybe'.split(' '),
)

/** "There is no shortcut" says that there is none, which is something. */
const DENIES = /^(?:no|not|never|none|nothing|nobody)$/

/** Addresses, mentions and invitations: people who read an answer follow them. */
const LEADS_AWAY =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/\S+|\b(?:mailto|javascript|data|tel):\S+|\bwww\.\S+|\b[\w.+-]+@[\w-]+\.\w+|(?<![\w@])@\w+|<[@#&!][^>]*>|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?/gi

/** Of software; one that differs in a digit is another. */
const VERSION = /\d+(?:\.\d+){2,}/g

/**
 * Whether a claim says something in one sentence, asks nothing and leads nowhere that its evidence does not.
 *
 * @param evidence the words that it rests on
 */
export function hasSubstance(claim: string, evidence: string): boolean {
  if (claim.length > LONGEST || (isQuestion(claim) && !/[?？]/.test(evidence))) return false
  const source = evidence.normalize('NFKC').toLowerCase()
  const plain = claim.normalize('NFKC').toLowerCase()
  const led = [...(plain.match(LEADS_AWAY) ?? []), ...(plain.match(VERSION) ?? [])]
  if (led.some((place) => !source.includes(place.replace(/[.,;:!?)\]'"]+$/, '')))) return false
  const words = claim.toLowerCase().match(/[\p{Script=Latin}\p{N}][\p{L}\p{N}'’_-]*/gu) ?? []
  const telling = words.filter(
    (word) => DENIES.test(word) || (!ENGLISH_STOP_WORDS.has(word) && !BARE.has(word)),
  )
  const han = countHan(claim)
  return telling.length + han / HAN_PER_WORD >= LEAST_WORDS
}

function isQuestion(claim: string): boolean {
  return /[?？]["'”’」』)）]*$/u.test(claim)
}
