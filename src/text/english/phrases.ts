import { stemmer } from 'stemmer'
import { ENGLISH_STOP_WORDS } from '../stop-words.ts'
import { baseFormsOf } from './english-forms.ts'

/** Whether somebody knows what two words mean together, by {@link phraseKey}. */
export type KnowsPhrase = (key: string) => boolean

/** What may stand behind any words that it belongs to: "turn the old one off". */
const PARTICLES = new Set(
  'off out up down away back over on in into through around along apart together rid aside ahead by for with'.split(
    ' ',
  ),
)
/** Most words that may come between the two. */
const MOST_BETWEEN = 3
/** Between two words of a phrase stands nothing but space, or the mark of a word that somebody quotes or writes as code. */
const BETWEEN = /^[ \t\n]+["'‘’“”`*]?$|^["'‘’“”`*]?[ \t\n]+$/

/**
 * The key of two words that mean something only together, as an index has it: "turned", "off" → `turn off`.
 *
 * @param first lower case
 * @param second lower case
 */
export function phraseKey(first: string, second: string): string {
  return `${stemmer(first)} ${stemmer(second)}`
}

/**
 * Finds such pairs in the words of a text as they go by. English says with them what its dictionaries list under the verb: neither
 * "turn" nor "off" finds "disable".
 */
export class PhraseFinder {
  private readonly knows: KnowsPhrase
  private readonly text: string
  private readonly previous: string[] = []
  private end = 0

  /** @param text whose words go by */
  constructor(text: string, knows: KnowsPhrase) {
    this.text = text
    this.knows = knows
  }

  /**
   * @param word in Latin letters, lower case
   * @param start where it begins in the text, in code units
   * @param length of what was written there
   * @returns the keys of the phrases that end with this word; usually none
   */
  next(word: string, start: number, length: number): string[] {
    if (!BETWEEN.test(this.text.slice(this.end, start))) this.previous.length = 0
    this.end = start + length
    const found = this.endingWith(word)
    this.previous.unshift(word)
    this.previous.length = Math.min(this.previous.length, MOST_BETWEEN + 1)
    return found
  }

  private endingWith(word: string): string[] {
    const [first = '', second = ''] = word.split('-')
    if (second !== '') return this.known(first, second)
    for (const earlier of this.previous) {
      const found = this.known(earlier, word)
      if (found.length > 0) return found
      // "lose the key", but not "a dark brown horse".
      if (!PARTICLES.has(word) && !ENGLISH_STOP_WORDS.has(earlier)) return []
    }
    return []
  }

  private known(first: string, second: string): string[] {
    for (const base of baseFormsOf(first)) {
      const key = phraseKey(base, second)
      if (this.knows(key)) return [key]
    }
    return []
  }
}
