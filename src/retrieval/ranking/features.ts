import { MOST_QUESTIONS } from '../candidates.ts'
import type { ReadCandidate } from '../evidence/read-candidate.ts'
import { bestSentence, evidenceScore } from '../evidence/sentence-evidence.ts'

/**
 * What the ranking knows of a candidate. `…ToBest` is its share of the best value among the candidates. None depends
 * on what the corpus is about, nor on how large it is.
 */
export const FEATURE_NAMES = [
  /** Lexical score of the paragraph, its headings and all that is written about it. */
  'lexical',
  'lexicalToBest',
  /** How much of the question asked the nearest question written ahead says. */
  'question',
  'questionToBest',
  /** How much of that question the question asked says. */
  'shared',
  /** Both, averaged over the three nearest. */
  'agreement',
  'agreementToBest',
  /** Whether the nearest question asks for the same type of thing, see {@link ReadQuestion.sameType}. */
  'sameType',
  /** Cosine of the embeddings. */
  'cosine',
  'cosineToBest',
  /** Best sentence, see {@link evidenceScore}. */
  'sentence',
  'sentenceToBest',
  /** Three sentences in a row. */
  'window',
  'windowToBest',
  /** How nearly the question repeats the best sentence. */
  'echo',
  /** Whether the words that would be quoted hold what is asked for: 1, −1, or 0 where nothing special is. */
  'holdsAnswer',
  /** What the title and the heading say, see {@link Surroundings}. */
  'title',
  'heading',
  'headingToBest',
  'headingEcho',
  /** What the paragraphs beside it, its section and its article say. */
  'previous',
  'previousSentence',
  'previousEcho',
  'next',
  'nextSentence',
  'withNeighbours',
  'withNeighboursToBest',
  'section',
  'sectionToBest',
  'article',
  /** How much of the question is said by the paragraph, its headings and all written about it, and the largest gap. */
  'said',
  'saidToBest',
  'gap',
  /** How much of the question's names the paragraph and its headings say, see {@link AnswerEvidence}. */
  'names',
  /** How much of a follow-up's own words is not said. */
  'ownUnsaid',
  /** Its form. */
  'isFirst',
  'isCode',
  'isList',
  'isTable',
  'length',
  /**
   * 1 where no written question comes near, though one does to another candidate: an edit takes from a paragraph what was
   * written about it, and it must not vanish behind those that still have theirs. Then its own words count for more.
   */
  'unwritten',
  'unwrittenLexicalToBest',
  'unwrittenSentenceToBest',
] as const

export type FeatureName = (typeof FEATURE_NAMES)[number]
export type Features = Readonly<Record<FeatureName, number>>

/** Whether a question written ahead comes near one of the candidates. */
export function someAreWritten(candidates: readonly { readonly questions: readonly unknown[] }[]): boolean {
  return candidates.some(({ questions }) => questions.length > 0)
}

/** @returns one entry a candidate, in their order */
export function featuresOf(candidates: readonly ReadCandidate[]): Features[] {
  const othersMayBeWritten = someAreWritten(candidates)
  const all = candidates.map((candidate) => absoluteFeatures(candidate, othersMayBeWritten))
  // Never 0, so that it can divide.
  const greatest = (name: FeatureName) => all.reduce((most, features) => Math.max(most, features[name]), 1e-6)
  const best = {
    lexical: greatest('lexical'),
    question: greatest('question'),
    agreement: greatest('agreement'),
    cosine: greatest('cosine'),
    sentence: greatest('sentence'),
    window: greatest('window'),
    heading: greatest('heading'),
    withNeighbours: greatest('withNeighbours'),
    section: greatest('section'),
    said: greatest('said'),
  }
  // In place: a copy of so many features for each of so many candidates is most of what would have to be collected again.
  for (const features of all) {
    features.lexicalToBest = features.lexical / best.lexical
    features.questionToBest = features.question / best.question
    features.agreementToBest = features.agreement / best.agreement
    features.cosineToBest = features.cosine / best.cosine
    features.sentenceToBest = features.sentence / best.sentence
    features.windowToBest = features.window / best.window
    features.headingToBest = features.heading / best.heading
    features.withNeighboursToBest = features.withNeighbours / best.withNeighbours
    features.sectionToBest = features.section / best.section
    features.saidToBest = features.said / best.said
    features.unwrittenLexicalToBest = features.unwritten * features.lexicalToBest
    features.unwrittenSentenceToBest = features.unwritten * features.sentenceToBest
  }
  return all
}

/** The features of a candidate by itself; those that compare it with the others are 0. */
function absoluteFeatures(
  candidate: ReadCandidate,
  othersMayBeWritten: boolean,
): Record<FeatureName, number> {
  const { questions, surroundings, evidence, kind } = candidate
  const sentence = bestSentence(candidate.sentences)
  const [nearest] = questions
  return {
    lexical: candidate.lexicalScore,
    question: nearest?.score ?? 0,
    shared: nearest?.shared ?? 0,
    agreement: questions.reduce((total, { score, shared }) => total + score * shared, 0) / MOST_QUESTIONS,
    sameType: nearest?.sameType ?? 0,
    cosine: candidate.cosine,
    sentence: sentence === undefined ? 0 : evidenceScore(sentence),
    window: candidate.window,
    echo: (sentence?.coverage ?? 0) * candidate.shared,
    holdsAnswer: candidate.holdsAnswer === undefined ? 0 : candidate.holdsAnswer ? 1 : -1,
    title: surroundings.title,
    heading: surroundings.heading,
    headingEcho: surroundings.heading * surroundings.headingShared,
    previous: surroundings.previous,
    previousSentence: surroundings.previousSentence,
    previousEcho: surroundings.previousEcho,
    next: surroundings.next,
    nextSentence: surroundings.nextSentence,
    withNeighbours: surroundings.withNeighbours,
    section: surroundings.section,
    article: surroundings.article,
    said: candidate.said,
    gap: candidate.gap,
    names: evidence.names,
    ownUnsaid: evidence.ownUnsaid,
    isFirst: candidate.isFirst ? 1 : 0,
    isCode: kind === 'code' ? 1 : 0,
    isList: kind === 'list' ? 1 : 0,
    isTable: kind === 'table' ? 1 : 0,
    length: Math.log(1 + candidate.length / 50),
    unwritten: othersMayBeWritten && questions.length === 0 ? 1 : 0,
    lexicalToBest: 0,
    questionToBest: 0,
    agreementToBest: 0,
    cosineToBest: 0,
    sentenceToBest: 0,
    windowToBest: 0,
    headingToBest: 0,
    withNeighboursToBest: 0,
    sectionToBest: 0,
    saidToBest: 0,
    unwrittenLexicalToBest: 0,
    unwrittenSentenceToBest: 0,
  }
}
