import type { Retrieval } from '../retrieval/retriever.ts'

/** What speaks for or against an answer. Those of the best candidate have the names of its ranking features. */
export const CONFIDENCE_FEATURE_NAMES = [
  'bias',
  'text',
  'question',
  'shared',
  'agreement',
  'sameType',
  'vector',
  'sentence',
  'heading',
  'said',
  'gap',
  /** Whether the words that would be quoted hold what the type of question asks for, or lack it. */
  'holdsExpected',
  'lacksExpected',
  /** The latter for a sum of money, which is asked for more often than told. */
  'lacksMoney',
  /** 1 for a question that leans on earlier ones, whose words need not all be said. */
  'followUp',
  /** That the best candidate is the one, and that it is one of the best three, among all candidates. */
  'probability',
  'probabilityOfThree',
  /** Logarithm of the number of terms: a long question leaves more unsaid. */
  'length',
  /** What is said, cut by the largest gap. */
  'saidButGap',
  /** How near it comes to a question known to be unanswered, and how much nearer than to one that is answered. */
  'unanswered',
  'unansweredLead',
] as const

export type ConfidenceFeatureName = (typeof CONFIDENCE_FEATURE_NAMES)[number]
export type ConfidenceFeatures = Readonly<Record<ConfidenceFeatureName, number>>

/** Weights of a logistic regression; where nothing was written ahead about the best candidate, of another one. */
export interface ConfidenceModel {
  readonly withQuestions: ConfidenceFeatures
  readonly withoutQuestions: ConfidenceFeatures
}

/**
 * Below this the corpus is said not to answer. An answer that is wrong more often than not still points a reader to the
 * words to judge by, so that it is lower than even odds; chosen for the best F1 of declining, see docs/quality.md.
 */
export const LEAST_CONFIDENCE = 0.42

/** That a paragraph which holds a name says what it is. */
const NAME_CONFIDENCE = 0.6
/** Gap that a misspelt name leaves at most. */
const LARGEST_MISSPELLING = 0.3

/** @returns undefined where nothing is asked, or nothing found */
export function confidenceFeatures({
  ranked,
  query,
  question,
  unanswered,
}: Retrieval): ConfidenceFeatures | undefined {
  const best = ranked[0]
  if (best === undefined || query.length === 0) return undefined
  const { text, question: nearest, said, gap, ...features } = best.features
  const { shared, agreement, sameType, vector, sentence, heading, expected } = features
  return {
    bias: 1,
    text: Math.min(1.5, text),
    question: Math.min(1.2, nearest),
    shared,
    agreement,
    sameType,
    vector,
    sentence,
    heading,
    said,
    gap,
    holdsExpected: Math.max(0, expected),
    lacksExpected: Math.max(0, -expected),
    lacksMoney: question.type === 'how-much' ? Math.max(0, -expected) : 0,
    followUp: question.parts.length > 1 ? 1 : 0,
    probability: best.probability,
    probabilityOfThree: ranked.slice(0, 3).reduce((sum, { probability }) => sum + probability, 0),
    length: Math.log(1 + query.length),
    saidButGap: said * (1 - gap),
    unanswered,
    unansweredLead: unanswered - Math.min(1.2, nearest) * shared,
  }
}

/** @returns calibrated probability that the corpus answers the question and the best candidate shows it */
export function confidenceOf(retrieval: Retrieval, model: ConfidenceModel): number {
  const features = confidenceFeatures(retrieval)
  if (features === undefined) return 0
  const hasQuestions = (retrieval.ranked[0]?.questions.length ?? 0) > 0
  const weights = hasQuestions ? model.withQuestions : model.withoutQuestions
  const logit = CONFIDENCE_FEATURE_NAMES.reduce((sum, name) => sum + weights[name] * features[name], 0)
  const confidence = 1 / (1 + Math.exp(-logit))
  // Whoever asks for a name alone is served by any paragraph that holds it.
  const isFound = retrieval.asksForName && features.gap <= LARGEST_MISSPELLING
  return isFound ? Math.max(confidence, NAME_CONFIDENCE) : confidence
}
