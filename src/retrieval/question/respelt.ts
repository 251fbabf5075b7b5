import { stemmer } from 'stemmer'
import { ENGLISH_STOP_WORDS } from '../../text/stop-words.ts'
import { analyseQuestion } from '../lexical/analyse-question.ts'
import type { Words } from '../lexical/expand-term.ts'

const LATIN_WORD = /(?<![\p{L}\p{N}_.@/-])[a-z]{3,}(?![\p{L}\p{N}_@/(-])/gu
/** In shorter words only letters that changed places are put right, … */
const SHORTEST = 5
/** … and in shorter ones than this only those of small words: hwo. */
const SHORTEST_WORD = 4
/** A letter is missing only in words as long as this. */
const SHORTEST_GAP = 6
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** Rarer words are not taken for what was meant: names look like them. */
const RAREST = 8

/**
 * A question with its misspelt small and ordinary words put right (whne, moeny, foundd): they would be taken for names
 * that no paragraph says. What the corpus or the language knows, and what is likely a misspelt name, stays.
 */
export function respelt(question: string, index: Words): string {
  return question.replace(LATIN_WORD, (word) => (isKnown(word, index) ? word : (meant(word, index) ?? word)))
}

function isKnown(word: string, index: Words): boolean {
  if (ENGLISH_STOP_WORDS.has(word) || index.dictionary.explains(stemmer(word))) return true
  const terms = analyseQuestion([{ text: word, weight: 1, withoutNames: false }], index)
  return terms.some(({ kind, expansions }) => kind === 'latin' && expansions.length > 0)
}

function meant(word: string, { dictionary }: Words): string | undefined {
  const swapped = [...swaps(word)]
  const small = [...swapped, ...(word.length < SHORTEST_GAP ? [] : completed(word))].find((candidate) =>
    ENGLISH_STOP_WORDS.has(candidate),
  )
  if (small !== undefined || word.length < SHORTEST_WORD) return small
  const candidates = [
    ...swapped,
    ...(word.length < SHORTEST ? [] : undoubled(word)),
    ...(word.length < SHORTEST_GAP ? [] : completed(word)),
  ]
  let best: string | undefined
  let least = RAREST
  for (const candidate of candidates) {
    const stem = stemmer(candidate)
    const rarity = dictionary.explains(stem) ? dictionary.rarity(stem) : RAREST
    if (rarity < least) [best, least] = [candidate, rarity]
  }
  return best
}

/** The first letter last: it is the one that people get right, so that hwo is how rather than who. */
function* swaps(word: string): Iterable<string> {
  for (let behind = 1; behind < word.length; behind++) {
    const at = behind % (word.length - 1)
    yield word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  }
}

/** With a letter that may be missing: diffrence. */
function* completed(word: string): Iterable<string> {
  for (let at = 1; at < word.length; at++)
    for (const letter of LETTERS) yield word.slice(0, at) + letter + word.slice(at)
}

function* undoubled(word: string): Iterable<string> {
  for (let at = 1; at < word.length; at++)
    if (word.charAt(at) === word.charAt(at - 1)) yield word.slice(0, at) + word.slice(at + 1)
}
