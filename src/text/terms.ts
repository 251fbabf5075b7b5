import { stemmer } from 'stemmer'
import { type BilingualDictionary, LONGEST_WORD } from './dictionary/bilingual-dictionary.ts'
import { normalise } from './normalise.ts'
import { CHINESE_STOP_WORDS, ENGLISH_STOP_WORDS } from './stop-words.ts'

/**
 * - `latin`: the stem of a word in Latin letters (names, English)
 * - `number`: digits
 * - `word`: a Chinese word of the dictionary, two characters or more
 * - `bigram`: two Han characters side by side, whatever they mean; finds the words that no dictionary holds
 * - `character`: a single Han character
 * - `numeronym`: the short form of a long name (`k8s` for Kubernetes), under which the two find each other
 */
export type TermKind = 'latin' | 'number' | 'word' | 'bigram' | 'character' | 'numeronym'

export interface Term {
  readonly kind: TermKind
  /** How often it stands in the text. */
  readonly count: number
  /** For a Latin word: how it was written, in lower case, before stemming. */
  readonly surface?: string
}

/** The terms of a text by their key. Keys of different kinds never meet. */
export type Terms = Map<string, Term>

/** Mark a bigram's and a numeronym's key, which might otherwise be a word's. */
export const BIGRAM = '·'
const NUMERONYM = '#'
/** Shorter names are not abbreviated this way. */
const SHORTEST_ABBREVIATED = 10
/**
 * What terms are made of: runs of Han characters, and words in Latin letters or digits. Longer runs of letters are no
 * words: they are cut, so that a line of a megabyte stays cheap.
 */
export const RUN = /\p{Script=Han}+|[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}\p{M}.+#'’_-]{0,99}/gu
const HAN = /^\p{Script=Han}/u
/** Code units of the longest stop word by the first of them: most characters begin none. */
const LONGEST_STOP_WORD = new Map<number, number>()
for (const word of CHINESE_STOP_WORDS) {
  const first = word.charCodeAt(0)
  LONGEST_STOP_WORD.set(first, Math.max(LONGEST_STOP_WORD.get(first) ?? 0, word.length))
}

/** The kind that a key belongs to. */
export function kindOf(key: string): TermKind {
  if (key.startsWith(BIGRAM)) return 'bigram'
  if (key.startsWith(NUMERONYM)) return 'numeronym'
  if (HAN.test(key)) return [...key].length === 1 ? 'character' : 'word'
  return /^[\p{N}.]+$/u.test(key) ? 'number' : 'latin'
}

/**
 * Takes a text apart. Chinese is not segmented, which would have to be right: every dictionary word in it is found,
 * overlapping ones too, so that a question and a text meet however either would be cut.
 */
export function termsOf(text: string, dictionary: BilingualDictionary): Terms {
  const terms: Terms = new Map()
  for (const [run] of normalise(text).matchAll(RUN)) {
    if (HAN.test(run)) addHan(terms, run, dictionary)
    else addLatin(terms, run)
  }
  return terms
}

/** @param run Han characters; positions in it are in UTF-16 code units */
function addHan(terms: Terms, run: string, dictionary: BilingualDictionary): void {
  // Where the stop words end that begin at `start` or before it. What lies inside 什么时候 says no more than the whole.
  let stopEnd = stopWordEnd(run, 0)
  for (let start = 0; start < run.length; ) {
    const second = nextCharacter(run, start)
    const nextStopEnd = Math.max(stopEnd, stopWordEnd(run, second))
    if (second > stopEnd) add(terms, run.slice(start, second), 'character')
    if (second < run.length) {
      const pairEnd = nextCharacter(run, second)
      // Two stop words side by side make nothing new: 它是什么.
      const joinsStopWords = stopEnd > start && nextStopEnd > second
      if (pairEnd > stopEnd && !joinsStopWords) add(terms, BIGRAM + run.slice(start, pairEnd), 'bigram')
      const reach = dictionary.reachAt(run, start)
      for (let end = pairEnd, length = 2; end <= reach && length <= LONGEST_WORD; length++) {
        if (end > stopEnd && dictionary.has(run, start, end)) add(terms, run.slice(start, end), 'word')
        end = nextCharacter(run, end)
      }
    }
    start = second
    stopEnd = nextStopEnd
  }
}

/** Where the longest stop word ends that begins here; 0 where none does. */
function stopWordEnd(run: string, start: number): number {
  const longest = LONGEST_STOP_WORD.get(run.charCodeAt(start)) ?? 0
  for (let end = Math.min(run.length, start + longest); end > start; end--) {
    if (CHINESE_STOP_WORDS.has(run.slice(start, end))) return end
  }
  return 0
}

/** Where the next character begins: two code units on, if this one lies beyond the basic plane. */
function nextCharacter(run: string, at: number): number {
  return at + ((run.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1)
}

function addLatin(terms: Terms, run: string): void {
  const whole = run.replace(/[.'’_+-]+$/, '').replaceAll('’', "'")
  if (/^\p{N}[\p{N}.]*$/u.test(whole)) {
    add(terms, whole, 'number')
    return
  }
  if (isStopWord(whole)) return
  addWord(terms, whole)
  // Node.js is found by node, berkeley.edu by berkeley, 200kb by 200.
  const parts = whole.split(/[._-]|(?<=^\p{N}+)(?=\p{L})/u).filter((part) => part !== '')
  if (parts.length > 1) for (const part of parts) addWord(terms, part)
}

function addWord(terms: Terms, word: string): void {
  if (isStopWord(word)) return
  const stem = stemmer(word.replace(/'s?$/, ''))
  // 8, 8's and 80s: digits are no word.
  if (/^[\p{N}.]+$/u.test(stem)) {
    add(terms, stem, 'number')
    return
  }
  add(terms, stem, 'latin', word)
  const numeronym = numeronymOf(word)
  if (numeronym !== undefined) add(terms, numeronym, 'numeronym')
}

/** Contractions too: what's, don't. */
function isStopWord(word: string): boolean {
  const [head = ''] = word.split("'")
  return ENGLISH_STOP_WORDS.has(head) || ENGLISH_STOP_WORDS.has(word.replaceAll("'", ''))
}

/** The key under which a name and its numeronym meet: that of `k8s` for `kubernetes` and for `k8s`. */
export function numeronymOf(word: string): string | undefined {
  if (/^[a-z]\d{1,2}[a-z]$/.test(word)) return NUMERONYM + word
  if (word.length < SHORTEST_ABBREVIATED || !/^[a-z]+$/.test(word)) return undefined
  return `${NUMERONYM}${word[0]}${word.length - 2}${word.at(-1)}`
}

/** Most terms stand in a text once and differ by their key alone, so they share an object. */
const ONCE: Readonly<Record<TermKind, Term>> = {
  latin: { kind: 'latin', count: 1 },
  number: { kind: 'number', count: 1 },
  word: { kind: 'word', count: 1 },
  bigram: { kind: 'bigram', count: 1 },
  character: { kind: 'character', count: 1 },
  numeronym: { kind: 'numeronym', count: 1 },
}

function add(terms: Terms, key: string, kind: TermKind, surface?: string): void {
  const term = terms.get(key)
  if (term !== undefined) terms.set(key, { ...term, count: term.count + 1 })
  else terms.set(key, surface === undefined ? ONCE[kind] : { kind, count: 1, surface })
}
