import { type ConfidenceModel, isWrittenAbout } from '../../src/answer/confidence/confidence.ts'
import {
  CONFIDENCE_FEATURE_NAMES,
  type ConfidenceFeatures,
  confidenceFeatures,
} from '../../src/answer/confidence/confidence-features.ts'
import type { RankingModel } from '../../src/retrieval/ranking/ranking-model.ts'
import type { Example } from './example.ts'
import { fitLogistic, type LogisticRow } from './fit-logistic.ts'
import { isAmongFirst, rerank } from './rerank.ts'
import { balance } from './set-weights.ts'

/** Of the questions that people ask, so many are taken to have no answer in the corpus. */
export const UNANSWERABLE_SHARE = 0.2
/** The fit gives them this share, so that it learns to tell them apart; the bias is set right afterwards. */
const FITTED_SHARE = 0.45
/** So many paragraphs are cited at most as a rule. */
export const CITED = 3
/** A right paragraph that came later teaches less about what the corpus answers than one that is not there. */
const MISRANKED_WEIGHT = 0.3
/**
 * What a public set counts beside the article: little, since its unanswerable questions are about something else
 * altogether, and those that people ask are near misses.
 */
const PUBLIC_WEIGHT = 0.1

/**
 * Fits the probability that one of the candidates that would be cited answers, once for those about which questions were written ahead and
 * once for the others.
 *
 * @param ranking by which the candidates are ranked
 */
export function fitConfidence(examples: readonly Example[], ranking: RankingModel): ConfidenceModel {
  const rows = toRows(examples, ranking)
  return {
    withQuestions: fitRows(rows.filter(({ hasQuestions }) => hasQuestions)),
    withoutQuestions: fitRows(rows.filter(({ hasQuestions }) => !hasQuestions)),
  }
}

interface ConfidenceRow extends LogisticRow {
  readonly hasQuestions: boolean
}

function toRows(examples: readonly Example[], ranking: RankingModel): ConfidenceRow[] {
  const isAnswerable = ({ gold }: Example) => gold.size > 0
  const weights = balance(examples, PUBLIC_WEIGHT, (example) => `${example.set}, ${isAnswerable(example)}`)
  return examples.flatMap((example, i): ConfidenceRow[] => {
    const retrieval = rerank(example.retrieval, ranking)
    const features = confidenceFeatures(retrieval)
    if (features === undefined) return []
    const isTrue = isAmongFirst(CITED, retrieval, example.gold)
    const share = isAnswerable(example) ? 1 - FITTED_SHARE : FITTED_SHARE
    const doubt = isAnswerable(example) && !isTrue ? MISRANKED_WEIGHT : 1
    return [
      {
        values: Float64Array.from(CONFIDENCE_FEATURE_NAMES, (name) => features[name]),
        isTrue,
        weight: (weights[i] ?? 0) * share * doubt,
        hasQuestions: isWrittenAbout(retrieval),
      },
    ]
  })
}

function fitRows(rows: readonly ConfidenceRow[]): ConfidenceFeatures {
  const weights = fitLogistic(rows, CONFIDENCE_FEATURE_NAMES.length)
  const fitted = Object.fromEntries(
    CONFIDENCE_FEATURE_NAMES.map((name, i) => [name, weights[i] ?? 0]),
  ) as unknown as ConfidenceFeatures
  // Prior correction (King & Zeng 2001): the odds of the questions that people ask, not of those that were fitted.
  return { ...fitted, bias: fitted.bias + logit(1 - UNANSWERABLE_SHARE) - logit(1 - FITTED_SHARE) }
}

function logit(probability: number): number {
  return Math.log(probability / (1 - probability))
}
