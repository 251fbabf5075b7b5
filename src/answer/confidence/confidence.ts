import type { Retrieval } from '../../retrieval/retriever.ts'
import {
  CONFIDENCE_FEATURE_NAMES,
  type ConfidenceFeatures,
  confidenceFeatures,
} from './confidence-features.ts'

/**
 * Weights of a logistic regression: one where questions were written ahead about the best candidate, and where not, one for
 * each form of corpus.
 */
export interface ConfidenceModel {
  readonly withQuestions: ConfidenceFeatures
  readonly prose: ConfidenceFeatures
  readonly documentation: ConfidenceFeatures
}

/**
 * Below this the corpus is said not to answer. An answer that is wrong more often than not still points a reader to the
 * words to judge by, so that it lies under even odds; docs/quality.md says what other limits would do.
 */
export const LEAST_CONFIDENCE = 0.35

/** That a paragraph which holds a name says what it is. */
const NAME_CONFIDENCE = 0.6
/** Gap that a misspelt name leaves at most. */
const LARGEST_MISSPELLING = 0.3

/** @returns calibrated probability that the corpus answers the question and one of the first three candidates shows it */
export function confidenceOf(retrieval: Retrieval, model: ConfidenceModel): number {
  const features = confidenceFeatures(retrieval)
  if (features === undefined) return 0
  const weights = isWrittenAbout(retrieval) ? model.withQuestions : model[retrieval.form]
  const logit = CONFIDENCE_FEATURE_NAMES.reduce((sum, name) => sum + weights[name] * features[name], 0)
  const confidence = 1 / (1 + Math.exp(-logit))
  // Whoever asks for a name alone is served by any paragraph that holds it.
  const isFound = retrieval.asksForName && (retrieval.ranked[0]?.gap ?? 1) <= LARGEST_MISSPELLING
  return isFound ? Math.max(confidence, NAME_CONFIDENCE) : confidence
}

/** Whether questions written ahead for the best candidate come near: which of the two models judges it. */
export function isWrittenAbout({ ranked }: Pick<Retrieval, 'ranked'>): boolean {
  return (ranked[0]?.questions.length ?? 0) > 0
}
