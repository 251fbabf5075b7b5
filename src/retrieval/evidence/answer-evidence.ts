import type { Coverage, WeighedTerm } from './sentence-coverage.ts'

/** What a paragraph says and leaves unsaid of a question: whether it answers, or only comes nearest. Shares, 0–1. */
export interface AnswerEvidence {
  /** How much of its names the paragraph or its heading says; 1 for a question without a name. */
  readonly names: number
  /** How much of its words they say outright, not in translation or by a synonym. */
  readonly outright: number
  /** The most telling name that they leave unsaid, of what all words are worth. */
  readonly nameGap: number
  /** The most telling word but names that they leave unsaid, of what all words are worth. */
  readonly wordGap: number
  /** The most telling word of any kind that the best sentence and its two neighbours leave unsaid, of what all are worth. */
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

/** A term counts as said from this share of its worth on; less is a distant synonym. */
const LEAST_SAID = 0.3
/** From this share on, the text holds the word itself. */
const OUTRIGHT = 0.99

/**
 * One pass over the terms, since every candidate is asked.
 *
 * @param here how much of each term's worth the paragraph and its heading say, see {@link Coverage.of}
 * @param around the same of the best sentence and its neighbours
 * @param known the same of the paragraph, its heading and all that was written ahead about them
 */
export function answerEvidence(
  { terms }: Coverage,
  here: Float64Array,
  around: Float64Array,
  known: Float64Array,
): AnswerEvidence {
  const names = new Tally()
  const others = new Tally()
  const pairs = new Tally()
  const own = new Tally()
  let outright = 0
  let unsaid = 0
  let unknown = 0
  let sentenceGap = 0
  for (let i = 0; i < terms.length; i++) {
    const { kind, isWhole, isName, isOwn, worth, expansions } = terms[i] as WeighedTerm
    const said = here[i] as number
    if (isOwn) own.add(worth, known[i] as number)
    if (kind === 'bigram') pairs.add(worth, around[i] as number)
    if (!isWhole) continue
    const tally = isName ? names : others
    tally.add(worth, said)
    if (said >= OUTRIGHT * worth) outright += worth
    if (said < LEAST_SAID * worth) unsaid++
    if (expansions.length === 0) unknown += worth
    sentenceGap = Math.max(sentenceGap, worth - (around[i] as number))
  }
  const words = names.worth + others.worth
  const pairsSaid = share(pairs.said, pairs.worth, 1)
  return {
    names: share(names.said, names.worth, 1),
    nameGap: share(names.gap, words, 0),
    wordGap: share(others.gap, words, 0),
    sentenceGap: share(sentenceGap, words, 0),
    unknown: share(unknown, words, 0),
    // Where the dictionary knows no word of the question, its pairs of characters are all there is to go by.
    outright: share(outright, words, pairsSaid),
    unsaid: share(unsaid, names.count + others.count, 1 - pairsSaid),
    pairs: pairsSaid,
    ownUnsaid: own.count === terms.length ? 0 : 1 - share(own.said, own.worth, 1),
  }
}

/** What some of the terms are worth, and how much of it is said. */
class Tally {
  count = 0
  worth = 0
  said = 0
  /** The most that is left unsaid of one of them. */
  gap = 0

  add(worth: number, said: number): void {
    this.count++
    this.worth += worth
    this.said += said
    this.gap = Math.max(this.gap, worth - said)
  }
}

function share(part: number, whole: number, ofNothing: number): number {
  return whole === 0 ? ofNothing : part / whole
}
