import type { ReadCandidate } from '../evidence/read-candidate.ts'
import { bestSentence, evidenceScore } from '../evidence/sentence-evidence.ts'

/**
 * What the ranking knows of a candidate. `…ToBest` is its share of the best value among the candidates. None depends
 * on what the corpus is about, nor on how large it is.
 */
export const FEATURE_NAMES = [
  /** Lexical score of the paragraph and all that is written about it. */
  'text',
  'textToBest',
  /** The nearest question written ahead: how much of the question asked it says, … */
  'question',
  'questionToBest',
  /** … how much of it the question asked says, … */
  'shared',
  /** … and both, averaged over the three nearest. */
  'agreement',
  'agreementToBest',
  /** Whether the nearest question asks for the same type of thing, see {@link ReadQuestion.sameType}. */
  'sameType',
  /** Cosine of the embeddings. */
  'vector',
  'vectorToBest',
  /** Best sentence, see {@link evidenceScore}. */
  'sentence',
  'sentenceToBest',
  /** How much of the question the title and the heading say. */
  'heading',
  /** How much of the question is said by the paragraph, its heading and all written about it, and the largest gap. */
  'said',
  'gap',
  /** How much of the question's names the paragraph and its heading say, see {@link AnswerEvidence}. */
  'names',
  /** How much of a follow-up's own words is not said. */
  'ownUnsaid',
  /**
   * 1 where no written question comes near, though one does to another candidate: an edit takes from a paragraph what was
   * written about it, and it must not vanish behind those that still have theirs. Then its own words count for more.
   */
  'unwritten',
  'unwrittenTextToBest',
  'unwrittenSentenceToBest',
] as const

export type FeatureName = (typeof FEATURE_NAMES)[number]
export type Features = Readonly<Record<FeatureName, number>>

/** @returns one entry a candidate, in their order */
export function featuresOf(candidates: readonly ReadCandidate[]): Features[] {
  const someAreWritten = candidates.some(({ questions }) => questions.length > 0)
  const absolute = candidates.map((candidate) => {
    const sentence = bestSentence(candidate.sentences)
    const { questions } = candidate
    return {
      text: candidate.text,
      question: questions[0]?.score ?? 0,
      shared: questions[0]?.shared ?? 0,
      agreement: questions.reduce((total, { score, shared }) => total + score * shared, 0) / 3,
      sameType: questions[0]?.sameType ?? 0,
      vector: candidate.vector,
      sentence: sentence === undefined ? 0 : evidenceScore(sentence),
      heading: candidate.heading,
      said: candidate.said,
      gap: candidate.gap,
      names: candidate.evidence.names,
      ownUnsaid: candidate.evidence.ownUnsaid,
      unwritten: someAreWritten && questions.length === 0 ? 1 : 0,
    }
  })
  // Never 0, so that it can divide.
  const greatest = (name: keyof (typeof absolute)[number]) =>
    Math.max(1e-6, ...absolute.map((features) => features[name]))
  const best = {
    text: greatest('text'),
    question: greatest('question'),
    agreement: greatest('agreement'),
    vector: greatest('vector'),
    sentence: greatest('sentence'),
  }
  return absolute.map((features) => {
    const textToBest = features.text / best.text
    const sentenceToBest = features.sentence / best.sentence
    return {
      ...features,
      textToBest,
      questionToBest: features.question / best.question,
      agreementToBest: features.agreement / best.agreement,
      vectorToBest: features.vector / best.vector,
      sentenceToBest,
      unwrittenTextToBest: features.unwritten * textToBest,
      unwrittenSentenceToBest: features.unwritten * sentenceToBest,
    }
  })
}
