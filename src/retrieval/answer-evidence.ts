import type { Coverage, WeighedTerm } from './sentence-coverage.ts'

/** What a paragraph says and leaves unsaid of a question: whether it answers, or only comes nearest. Shares, 0–1. */
export interface AnswerEvidence {
  /** How much of its names the paragraph or its heading says; 1 for a question without a name. */
  readonly names: number
  /** How much of its words they say outright, not in translation or by a synonym. */
  readonly outright: number
  /** The most telling name and the most telling other word that they leave unsaid, of what all words are worth. */
  readonly nameGap: number
  readonly wordGap: number
  /** The same for any word and the best sentence with its neighbours, where an answer would stand. */
  readonly sentenceGap: number
  /** How many of the words they leave unsaid. */
  readonly unsaid: number
  /** How much of its pairs of Han characters the best sentence and its neighbours say; 1 where it has none. */
  readonly pairs: number
  /** How much of it is words that nothing in the corpus stands for. */
  readonly unknown: number
  /** How much of a follow-up's own terms is left unsaid by all that is known; 0 for a question that stands by itself. */
  readonly ownUnsaid: number
}

/** Said by less than this, by a distant synonym, is as good as unsaid; by more than that it is the word itself. */
const LEAST_SAID = 0.3
const OUTRIGHT = 0.99

/** A term of the question, and how much of its worth is said where. */
interface SaidTerm extends WeighedTerm {
  /** By paragraph and heading together. */
  readonly here: number
  /** By the best sentence and its neighbours. */
  readonly around: number
  /** By paragraph, heading and all that was written ahead about them. */
  readonly known: number
}

/**
 * @param here see {@link SaidTerm} and {@link Coverage.of}; likewise
 * @param around
 * @param known
 */
export function answerEvidence(
  { terms }: Coverage,
  here: Float64Array,
  around: Float64Array,
  known: Float64Array,
): AnswerEvidence {
  const all = terms.map(
    (term, i): SaidTerm => ({ ...term, here: here[i] ?? 0, around: around[i] ?? 0, known: known[i] ?? 0 }),
  )
  const words = all.filter(({ isWhole }) => isWhole)
  const names = words.filter(({ isName }) => isName)
  const others = words.filter(({ isName }) => !isName)
  const own = all.filter(({ isOwn }) => isOwn)
  const pairs = shareSaid(
    all.filter(({ kind }) => kind === 'bigram'),
    ({ around }) => around,
  )
  const ofWords = (part: number) => share(part, worthOf(words), 0)
  return {
    names: shareSaid(names, ({ here }) => here),
    nameGap: ofWords(largestGap(names, ({ here }) => here)),
    wordGap: ofWords(largestGap(others, ({ here }) => here)),
    sentenceGap: ofWords(largestGap(words, ({ around }) => around)),
    unknown: ofWords(worthOf(words.filter(({ expansions }) => expansions.length === 0))),
    // Where the dictionary knows no word of the question, its pairs of characters are all there is to go by.
    outright: share(worthOf(words.filter(isSaidBy(OUTRIGHT))), worthOf(words), pairs),
    unsaid: share(words.length - words.filter(isSaidBy(LEAST_SAID)).length, words.length, 1 - pairs),
    pairs,
    ownUnsaid: own.length === all.length ? 0 : 1 - shareSaid(own, ({ known }) => known),
  }
}

type Said = (term: SaidTerm) => number

function isSaidBy(least: number) {
  return ({ here, worth }: SaidTerm) => here >= least * worth
}

function worthOf(terms: readonly SaidTerm[]): number {
  return terms.reduce((sum, { worth }) => sum + worth, 0)
}

/** 1 where there is nothing to say. */
function shareSaid(terms: readonly SaidTerm[], said: Said): number {
  return share(
    terms.reduce((sum, term) => sum + said(term), 0),
    worthOf(terms),
    1,
  )
}

function largestGap(terms: readonly SaidTerm[], said: Said): number {
  return terms.reduce((gap, term) => Math.max(gap, term.worth - said(term)), 0)
}

function share(part: number, whole: number, ofNothing: number): number {
  return whole === 0 ? ofNothing : part / whole
}
