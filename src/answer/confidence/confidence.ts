import type { CorpusForm } from '../../retrieval/ranking/corpus-form.ts'
import {
  CONFIDENCE_FEATURE_NAMES,
  type ConfidenceFeatures,
  confidenceFeatures,
  type JudgedRetrieval,
} from './confidence-features.ts'

/** Weights of two logistic regressions. */
export interface ConfidenceWeights {
  /** That the corpus answers the question. */
  readonly answerable: ConfidenceFeatures
  /** That the paragraphs cited first show the answer, where the corpus has one. */
  readonly found: ConfidenceFeatures
}

/**
 * One where questions were written ahead about the best candidate, and where not, one for each form of corpus; trained
 * by scripts/train.ts.
 */
export type ConfidenceModel = Readonly<Record<'written' | CorpusForm, ConfidenceWeights>>

/** How sure an answer is. */
export interface Confidence {
  /** Probability that the corpus answers the question. */
  readonly answerable: number
  /** Probability that it does and that the paragraphs cited first show it. */
  readonly confidence: number
}

/**
 * Below this probability that the corpus answers, it is said not to. It lies under even odds because an answer that is
 * wrong as often as not still points a reader to the words to judge by; docs/quality.md says what other limits would do.
 */
export const LEAST_ANSWERABLE = 0.45

/** Least probability that the corpus answers a bare name that the best paragraph holds. */
const NAME_ANSWERABLE = 0.6
/** A misspelt name leaves at most this gap. */
const LARGEST_MISSPELLING = 0.3

/** Judges the best candidates. Both probabilities are 0 where nothing is asked, or nothing found. */
export function confidenceOf(retrieval: JudgedRetrieval, model: ConfidenceModel): Confidence {
  const features = confidenceFeatures(retrieval)
  if (features === undefined) return { answerable: 0, confidence: 0 }
  const weights = model[isWrittenAbout(retrieval) ? 'written' : retrieval.form]
  const stated = probability(features, weights.answerable)
  // Any paragraph that holds a name serves a question for that name alone.
  const isNamed = retrieval.asksForName && (retrieval.ranked[0]?.gap ?? 1) <= LARGEST_MISSPELLING
  const answerable = isNamed ? Math.max(stated, NAME_ANSWERABLE) : stated
  return { answerable, confidence: answerable * probability(features, weights.found) }
}

/** Whether questions written ahead for the best candidate come near: which weights judge it. */
export function isWrittenAbout({ ranked }: Pick<JudgedRetrieval, 'ranked'>): boolean {
  return (ranked[0]?.questions.length ?? 0) > 0
}

function probability(features: ConfidenceFeatures, weights: ConfidenceFeatures): number {
  const logit = CONFIDENCE_FEATURE_NAMES.reduce((sum, name) => sum + weights[name] * features[name], 0)
  return 1 / (1 + Math.exp(-logit))
}
