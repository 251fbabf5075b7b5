import type { Retrieval } from '../retrieval/retriever.ts'
import {
  CONFIDENCE_FEATURE_NAMES,
  type ConfidenceFeatures,
  confidenceFeatures,
} from './confidence-features.ts'

/** Weights of a logistic regression; where nothing was written ahead about the best candidate, of another one. */
export interface ConfidenceModel {
  readonly withQuestions: ConfidenceFeatures
  readonly withoutQuestions: ConfidenceFeatures
}

/**
 * Below this the corpus is said not to answer: a little under even odds, since an answer that is wrong as often as right
 * still points a reader to the words to judge by. Lower where no questions were written ahead: there confidence tells
 * less, and the same limit would leave unsaid too much that the corpus does answer. docs/quality.md says what is lost.
 */
const LEAST_CONFIDENCE = { withQuestions: 0.45, withoutQuestions: 0.38 } as const

/** That a paragraph which holds a name says what it is. */
const NAME_CONFIDENCE = 0.6
/** Gap that a misspelt name leaves at most. */
const LARGEST_MISSPELLING = 0.3

/** @returns calibrated probability that the corpus answers the question and one of the first three candidates shows it */
export function confidenceOf(retrieval: Retrieval, model: ConfidenceModel): number {
  const features = confidenceFeatures(retrieval)
  if (features === undefined) return 0
  const weights = model[knowledgeOf(retrieval)]
  const logit = CONFIDENCE_FEATURE_NAMES.reduce((sum, name) => sum + weights[name] * features[name], 0)
  const confidence = 1 / (1 + Math.exp(-logit))
  // Whoever asks for a name alone is served by any paragraph that holds it.
  const isFound = retrieval.asksForName && (retrieval.ranked[0]?.gap ?? 1) <= LARGEST_MISSPELLING
  return isFound ? Math.max(confidence, NAME_CONFIDENCE) : confidence
}

/** Whether to answer rather than to say that the corpus does not. */
export function isConfident(confidence: number, retrieval: Retrieval): boolean {
  return confidence >= LEAST_CONFIDENCE[knowledgeOf(retrieval)]
}

function knowledgeOf({ ranked }: Retrieval): keyof ConfidenceModel {
  return (ranked[0]?.questions.length ?? 0) > 0 ? 'withQuestions' : 'withoutQuestions'
}
