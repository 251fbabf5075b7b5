import { stemmer } from 'stemmer'
import { type BilingualDictionary, LONGEST_WORD } from './dictionary/bilingual-dictionary.ts'
import { PhraseFinder } from './english/phrases.ts'
import { identifierParts } from './identifiers.ts'
import { simplify } from './normalise.ts'
import { CHINESE_STOP_WORDS, ENGLISH_STOP_WORDS } from './stop-words.ts'

/**
 * - `latin`: the stem of a word in Latin letters (names, English)
 * - `phrase`: two English words that mean something only together (`turn off`), by their stems
 * - `number`: digits
 * - `word`: a Chinese word of the dictionary, two characters or more
 * - `bigram`: two Han characters side by side, whatever they mean; finds the words that no dictionary holds
 * - `character`: a single Han character
 * - `part`: the stem of a part of an identifier (`timer` of `getTimerCount`), which says less than the word by itself
 * - `symbol`: an operator or another sign of code (`HEAD^2`, `=>`, `$?`)
 * - `numeronym`: the shape of a long name (`k8s` for Kubernetes), under which its short form finds it
 */
export type TermKind =
  | 'latin'
  | 'phrase'
  | 'number'
  | 'word'
  | 'bigram'
  | 'character'
  | 'part'
  | 'symbol'
  | 'numeronym'

export interface Term {
  readonly kind: TermKind
  /** How often it stands in the text. */
  readonly count: number
  /** For a Latin word: how it was written, in lower case, before stemming. */
  readonly surface?: string
}

/** The terms of a text by their key. Keys of different kinds never meet. */
export type Terms = Map<string, Term>

/** Mark the keys of kinds that might otherwise be a word's. */
export const BIGRAM = '·'
export const PART = '~'
const SYMBOL = '`'
const NUMERONYM = '#'
/** Shorter names are not abbreviated this way. */
const SHORTEST_ABBREVIATED = 10
/**
 * What terms are made of: runs of Han characters, words in Latin letters or digits with the sign before them (`--flag`,
 * `@scope`, `.file`) and a revision behind them (`HEAD^2`), and operators. Longer runs of letters are no words: they are
 * cut, so that a line of a megabyte stays cheap.
 */
export const RUN =
  /\p{Script=Han}+|(?:(?<![\p{L}\p{N}_-])(?:--?|[@$.])(?=\p{Script=Latin}))?[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}\p{M}.+#'’_-]{0,99}(?:[\^~]\p{N}*)?|[<>=!&|^$#@~%*+?:\\/-]{2,12}/gu
const HAN = /^\p{Script=Han}/u
/** Code units of the longest stop word by the first of them: most characters begin none. */
const LONGEST_STOP_WORD = new Map<number, number>()
for (const word of CHINESE_STOP_WORDS) {
  const first = word.charCodeAt(0)
  LONGEST_STOP_WORD.set(first, Math.max(LONGEST_STOP_WORD.get(first) ?? 0, word.length))
}

/** What stands before the name of a flag, a variable, a scope or a dot file. */
const SIGIL = /^(?:--?|[@$.])/
const PLUS_PLUS = /^\p{L}\+\+$/u
/** Nothing but signs. */
const SIGNS = /^[^\p{L}\p{N}]+$/u

/** The kind that a key belongs to. */
export function kindOf(key: string): TermKind {
  if (key.startsWith(BIGRAM)) return 'bigram'
  if (key.startsWith(NUMERONYM)) return 'numeronym'
  if (key.startsWith(PART)) return 'part'
  if (key.startsWith(SYMBOL)) return 'symbol'
  if (HAN.test(key)) return [...key].length === 1 ? 'character' : 'word'
  if (key.includes(' ')) return 'phrase'
  return /^[\p{N}.]+$/u.test(key) ? 'number' : 'latin'
}

/**
 * Takes a text apart. Chinese is not segmented, which would have to be right: every dictionary word in it is found,
 * overlapping ones too, so that a question and a text meet however either would be cut.
 */
export function termsOf(text: string, dictionary: BilingualDictionary): Terms {
  const terms: Terms = new Map()
  const simplified = simplify(text)
  const phrases = new PhraseFinder(simplified, (key) => dictionary.thesaurus.numberOf(key) !== undefined)
  for (const { 0: run, index } of simplified.matchAll(RUN)) {
    if (HAN.test(run)) addHan(terms, run, dictionary)
    else if (SIGNS.test(run)) addSigns(terms, run)
    else {
      addLatin(terms, run)
      for (const key of phrases.next(run.toLowerCase(), index, run.length)) add(terms, key, 'phrase')
    }
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

/** @param run as it was written: its humps tell the parts of an identifier */
function addLatin(terms: Terms, run: string): void {
  const sigil = SIGIL.exec(run)?.[0] ?? ''
  const [bare = '', revision] = run.slice(sigil.length).split(/(?=[\^~])/)
  const written = PLUS_PLUS.test(bare) ? bare : bare.replace(/[.'’_+-]+$/, '').replaceAll('’', "'")
  const whole = written.toLowerCase()
  // HEAD~ and HEAD^2 are HEAD and something else.
  if (revision !== undefined) add(terms, SYMBOL + whole + revision, 'symbol')
  if (/^\p{N}[\p{N}.]*$/u.test(whole)) {
    add(terms, whole, 'number')
    return
  }
  if (sigil !== '') add(terms, SYMBOL + sigil + whole, 'symbol')
  if (isStopWord(whole)) return
  addWord(terms, whole)
  for (const part of identifierParts(written)) addPart(terms, part.toLowerCase())
}

/** Dashes alone and question marks are punctuation. */
function addSigns(terms: Terms, run: string): void {
  if (!/^(?:[-?!]+|:+)$/.test(run)) add(terms, SYMBOL + run, 'symbol')
}

function addWord(terms: Terms, word: string): void {
  const stem = stemmer(word.replace(/'s?$/, ''))
  // 8, 8's and 80s: digits are no word.
  if (/^[\p{N}.]+$/u.test(stem)) {
    add(terms, stem, 'number')
    return
  }
  add(terms, stem, 'latin', word)
  const numeronym = shapeOf(word)
  if (numeronym !== undefined) add(terms, numeronym, 'numeronym')
}

function addPart(terms: Terms, part: string): void {
  if (isStopWord(part)) return
  const stem = stemmer(part)
  if (/^[\p{N}.]+$/u.test(stem)) add(terms, stem, 'number')
  else add(terms, PART + stem, 'part', part)
}

/** Contractions too: what's, don't. */
function isStopWord(word: string): boolean {
  const [head = ''] = word.split("'")
  return ENGLISH_STOP_WORDS.has(head) || ENGLISH_STOP_WORDS.has(word.replaceAll("'", ''))
}

const NUMERONYM_FORM = /^[a-z]\d{1,2}[a-z]$/

/** The key under which the short form `k8s` finds `kubernetes`; undefined for what is no short form. */
export function numeronymOf(word: string): string | undefined {
  return NUMERONYM_FORM.test(word) ? NUMERONYM + word : undefined
}

/** The short form of a long name: `k8s` of `kubernetes`. */
export function shortFormOf(word: string): string | undefined {
  if (word.length < SHORTEST_ABBREVIATED || !/^[a-z]+$/.test(word)) return undefined
  return `${word[0]}${word.length - 2}${word.at(-1)}`
}

/** Under which a long name is found by its short form. Two long names of the same shape have nothing to do with each other. */
function shapeOf(word: string): string | undefined {
  const short = shortFormOf(word)
  return short === undefined ? undefined : NUMERONYM + short
}

/** Most terms stand in a text once and differ by their key alone, so they share an object. */
const ONCE: Readonly<Record<TermKind, Term>> = {
  latin: { kind: 'latin', count: 1 },
  phrase: { kind: 'phrase', count: 1 },
  number: { kind: 'number', count: 1 },
  word: { kind: 'word', count: 1 },
  bigram: { kind: 'bigram', count: 1 },
  character: { kind: 'character', count: 1 },
  part: { kind: 'part', count: 1 },
  symbol: { kind: 'symbol', count: 1 },
  numeronym: { kind: 'numeronym', count: 1 },
}

function add(terms: Terms, key: string, kind: TermKind, surface?: string): void {
  const term = terms.get(key)
  if (term !== undefined) terms.set(key, { ...term, count: term.count + 1 })
  else terms.set(key, surface === undefined ? ONCE[kind] : { kind, count: 1, surface })
}
