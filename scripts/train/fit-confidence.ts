import {
  CONFIDENCE_FEATURE_NAMES,
  type ConfidenceFeatures,
  type ConfidenceModel,
  confidenceFeatures,
} from '../../src/answer/confidence.ts'
import type { RankingModel } from '../../src/retrieval/ranking-model.ts'
import type { Example } from './example.ts'
import { fitLogistic, type LogisticRow } from './fit-logistic.ts'
import { isRight, rerank } from './rerank.ts'
import { balance } from './set-weights.ts'

/** Of the questions that people ask, so many are taken to have no answer in the corpus. */
const UNANSWERABLE_SHARE = 0.25

/**
 * Fits the probability that the best candidate answers, once for those about which questions were written ahead and
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
  const weights = balance(examples, (example) => `${example.set}, ${isAnswerable(example)}`)
  return examples.flatMap((example, i): ConfidenceRow[] => {
    const retrieval = rerank(example.retrieval, ranking)
    const features = confidenceFeatures(retrieval)
    if (features === undefined) return []
    return [
      {
        values: Float64Array.from(CONFIDENCE_FEATURE_NAMES, (name) => features[name]),
        isTrue: isRight(retrieval, example.gold),
        weight: (weights[i] ?? 0) * (isAnswerable(example) ? 1 - UNANSWERABLE_SHARE : UNANSWERABLE_SHARE),
        hasQuestions: (retrieval.ranked[0]?.questions.length ?? 0) > 0,
      },
    ]
  })
}

function fitRows(rows: readonly ConfidenceRow[]): ConfidenceFeatures {
  const weights = fitLogistic(rows, CONFIDENCE_FEATURE_NAMES.length)
  return Object.fromEntries(
    CONFIDENCE_FEATURE_NAMES.map((name, i) => [name, weights[i] ?? 0]),
  ) as unknown as ConfidenceFeatures
}
