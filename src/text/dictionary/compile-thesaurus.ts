import { stemmer } from 'stemmer'
import { phraseKey } from '../english/phrases.ts'
import type { Sense } from './parse-thesaurus.ts'
import type { ThesaurusData } from './thesaurus.ts'

/**
 * Lays the senses out so that an index can carry them: English words by their stems, as terms have them. What the
 * dictionary holds anyway is only marked there, which halves the room that it takes.
 *
 * @param words of the dictionary
 * @param stems of the dictionary
 */
export function compileThesaurus(
  senses: readonly Sense[],
  words: readonly string[],
  stems: readonly string[],
): ThesaurusData {
  const keyed = senses.map(({ english, chinese }) => [...new Set([...english.map(englishKey), ...chinese])])
  const held = new Set(keyed.flat())
  const known = [...words, ...stems].filter((key) => held.has(key))
  const isKnown = new Set(known)
  const others = [...held].filter((key) => !isKnown.has(key)).sort()
  const numbers = new Map([...known, ...others].map((key, number) => [key, number]))
  return {
    words: Uint8Array.from(words, (word) => Number(held.has(word))),
    stems: Uint8Array.from(stems, (stem) => Number(held.has(stem))),
    others: others.join('\n'),
    memberCounts: Uint8Array.from(keyed, (keys) => keys.length),
    members: Uint32Array.from(
      keyed.flatMap((keys) => keys.map((key) => numbers.get(key) as number).sort((a, b) => a - b)),
    ),
  }
}

/** The key of English words as terms have it: a word by its stem, two words by {@link phraseKey}. */
function englishKey(word: string): string {
  const [first = '', second] = word.split('-')
  return second === undefined ? stemmer(word) : phraseKey(first, second)
}
