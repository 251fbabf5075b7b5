import { editDistance } from '../../text/edit-distance.ts'
import { ENGLISH_STOP_WORDS } from '../../text/stop-words.ts'
import { LATIN_WORD } from './follow-up-patterns.ts'

/** Shorter words are too easily another word's. */
const SHORTEST = 4

const BY_LETTERS = new Map(
  [...ENGLISH_STOP_WORDS].filter((word) => word.length >= SHORTEST).map((word) => [lettersOf(word), word]),
)

/**
 * Corrects small words of a question with two letters swapped (abuot, jsut, waht): they would be taken for
 * names, and they show how a question goes on from the one before. A letter too few or too many may be a name: Hive.
 *
 * @param text normalised
 */
export function withoutSwappedLetters(text: string): string {
  return text.replace(LATIN_WORD, (word) => {
    const meant = BY_LETTERS.get(lettersOf(word))
    return meant !== undefined && editDistance(word, meant, 1) === 1 ? meant : word
  })
}

function lettersOf(word: string): string {
  return [...word].sort().join('')
}
