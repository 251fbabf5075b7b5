import { editDistance } from '../../text/edit-distance.ts'

/** A word of so many letters may have a wrong one. */
const FORGIVING = 5

/** A shorter word is only taken for the beginning of another while it is being typed. */
const SHORTEST_BEGINNING = 3

const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const HAN = /^\p{Script=Han}/u

/** The form in which what is typed and what is offered are compared. */
export function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

/**
 * Whether a text goes on from what is typed: each word of it begins one of the text's, or is one but for a letter; Chinese stands
 * in it as it is. A single letter at the end says nothing yet. Both normalised.
 */
export function matchesTyped(text: string, typed: string): boolean {
  const words = typed.match(WORD) ?? []
  const candidates = text.match(WORD) ?? []
  return words.every((word, index) => {
    if (HAN.test(word)) return text.includes(word)
    const isBeingTyped = index === words.length - 1
    if (isBeingTyped && word.length === 1 && words.length > 1) return true
    return candidates.some((candidate) => begins(candidate, word, isBeingTyped))
  })
}

function begins(candidate: string, word: string, isBeingTyped: boolean): boolean {
  if (candidate === word) return true
  if (word.length < SHORTEST_BEGINNING && !isBeingTyped) return false
  if (candidate.startsWith(word)) return true
  if (word.length < FORGIVING) return false
  return [-1, 0, 1].some((more) => editDistance(candidate.slice(0, word.length + more), word, 1) <= 1)
}
