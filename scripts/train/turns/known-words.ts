import { stemmer } from 'stemmer'
import type { TurnExample } from './turn-examples.ts'
import type { KnownWords } from './write-turn-model.ts'

/** What requests to others are about (pizza, Paris) says nothing about conversation. */
const OF_NO_CONVERSATION: ReadonlySet<string> = new Set(['question', 'out-of-scope'])

/** Longer turns (praise, blame) speak of ordinary things. */
const MOST_WORDS = 10
const WORD = /[a-z]+|\p{Script=Han}/gu

/** The words of conversation in Latin letters, by their stems, and its pairs of Han characters. */
export function knownWords(examples: readonly (TurnExample & { readonly comparable: string })[]): KnownWords {
  const words = new Set<string>()
  const pairs = new Set<string>()
  for (const { comparable, turnClass } of examples) {
    if (OF_NO_CONVERSATION.has(turnClass) || (comparable.match(WORD)?.length ?? 0) > MOST_WORDS) continue
    for (const word of comparable.match(/[a-z]{2,}/g) ?? []) words.add(stemmer(word))
    for (const run of comparable.match(/\p{Script=Han}{2,}/gu) ?? [])
      for (let at = 0; at + 2 <= run.length; at++) pairs.add(run.slice(at, at + 2))
  }
  return { words: [...words].sort(), pairs: [...pairs].sort() }
}
