import type { Coverage } from './sentence-coverage.ts'

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

/**
 * @param said by paragraph and heading together, see {@link Coverage.of}
 * @param aroundBest by the best sentence and its neighbours
 * @param known by paragraph, heading and all that was written ahead about them
 */
export function answerEvidence(
  { terms }: Coverage,
  said: Float64Array,
  aroundBest: Float64Array,
  known: Float64Array,
): AnswerEvidence {
  let words = 0
  let wordsWorth = 0
  let namesWorth = 0
  let namesSaid = 0
  let outright = 0
  let nameGap = 0
  let wordGap = 0
  let sentenceGap = 0
  let unsaid = 0
  let unknown = 0
  let ownWorth = 0
  let ownSaid = 0
  let pairsWorth = 0
  let pairsSaid = 0
  for (const [i, { worth, isWhole, isName, isOwn, kind, expansions }] of terms.entries()) {
    const here = said[i] ?? 0
    const around = aroundBest[i] ?? 0
    if (isOwn) {
      ownWorth += worth
      ownSaid += known[i] ?? 0
    }
    if (kind === 'bigram') {
      pairsWorth += worth
      pairsSaid += around
    }
    if (!isWhole) continue
    words++
    wordsWorth += worth
    if (here >= OUTRIGHT * worth) outright += worth
    if (expansions.length === 0) unknown += worth
    if (here < LEAST_SAID * worth) unsaid++
    sentenceGap = Math.max(sentenceGap, worth - around)
    if (isName) {
      namesWorth += worth
      namesSaid += here
      nameGap = Math.max(nameGap, worth - here)
    } else wordGap = Math.max(wordGap, worth - here)
  }
  const pairs = share(pairsSaid, pairsWorth, 1)
  // Where the dictionary knows no word of the question, its pairs of characters are all there is to go by.
  return {
    names: share(namesSaid, namesWorth, 1),
    outright: share(outright, wordsWorth, pairs),
    nameGap: share(nameGap, wordsWorth, 0),
    wordGap: share(wordGap, wordsWorth, 0),
    sentenceGap: share(sentenceGap, wordsWorth, 0),
    unsaid: share(unsaid, words, 1 - pairs),
    pairs,
    unknown: share(unknown, wordsWorth, 0),
    ownUnsaid: terms.every(({ isOwn }) => isOwn) ? 0 : 1 - share(ownSaid, ownWorth, 1),
  }
}

function share(part: number, whole: number, ofNothing: number): number {
  return whole === 0 ? ofNothing : part / whole
}
