import type { ReadText } from '../reading/read-text.ts'
import { negationCues } from './negation-cues.ts'

const DENYING_PREFIX = /^(?:un|in|im|il|ir|dis|non-?)(?=\p{Script=Latin}{4})/u

/** Whether a claim says fair where its English evidence says unfair alone, or the other way round, and denies nothing else. */
export function turnsPrefix(claim: ReadText, evidence: readonly ReadText[]): 'added' | 'dropped' | undefined {
  const own = wordsOf(claim)
  const others = new Set(evidence.flatMap(wordsOf))
  const isWanting = (word: string, other: string) => others.has(other) && !others.has(word)
  const denies = (text: ReadText) => negationCues(text).some(({ outright }) => outright)
  for (const word of own) {
    const plain = word.replace(DENYING_PREFIX, '')
    if (plain !== word && isWanting(word, plain) && !evidence.some(denies)) return 'added'
  }
  for (const other of others) {
    const plain = other.replace(DENYING_PREFIX, '')
    if (plain !== other && own.includes(plain) && isWanting(plain, other) && !denies(claim)) return 'dropped'
  }
  return undefined
}

function wordsOf({ tokens }: ReadText): string[] {
  return tokens.flatMap(({ kind, surface }) => (kind === 'latin' ? [surface.toLowerCase()] : []))
}
