import { type ConfidenceModel, isWrittenAbout } from '../../src/answer/confidence/confidence.ts'
import {
  CONFIDENCE_FEATURE_NAMES,
  type ConfidenceFeatures,
  confidenceFeatures,
} from '../../src/answer/confidence/confidence-features.ts'
import { CONFIDENCE_WEIGHTS } from '../../src/answer/confidence/confidence-weights.ts'
import type { RankingModel } from '../../src/retrieval/ranking/ranking-model.ts'
import type { Example } from './example.ts'
import { fitLogistic, type LogisticRow } from './fit-logistic.ts'
import { isAmongFirst, rerank } from './rerank.ts'
import { balance } from './set-weights.ts'

/**
 * Of the questions that people ask, so many are taken to have no answer in the corpus: fewer where questions were written
 * for it than of documentation that nobody prepared.
 */
export const UNANSWERABLE_SHARE = { article: 0.25, public: 0.25, documentation: 0.3 } as const
/** The fit gives them this share, so that it learns to tell them apart; the bias is set right afterwards. */
const FITTED_SHARE = 0.45
/** So many paragraphs are cited at most as a rule. */
export const CITED = 2
/**
 * A right paragraph that came later teaches less about what the corpus answers than one that is not there. In
 * documentation it is as good as not there: the confidence is to hold for the paragraphs that are cited.
 */
const MISRANKED_WEIGHT = { article: 0.3, public: 0.3, documentation: 1 } as const
/**
 * What other sets count beside those about the article: a public set little, since its unanswerable questions are about
 * something else altogether, and those that people ask are near misses.
 */
const OTHER_WEIGHTS = { documentation: 1, public: 0.1 }

/**
 * Fits the probability that one of the candidates that would be cited answers, once for those about which questions were written ahead and
 * once for each form of corpus
 * for the others.
 *
 * @param ranking by which the candidates are ranked
 * @param before weights that stay where no example is of that kind
 */
export function fitConfidence(
  examples: readonly Example[],
  ranking: RankingModel,
  before: ConfidenceModel = CONFIDENCE_WEIGHTS,
): ConfidenceModel {
  const rows = toRows(examples, ranking)
  const fit = (model: keyof ConfidenceModel) => {
    const own = rows.filter((row) => row.model === model)
    const share = UNANSWERABLE_SHARE[model === 'documentation' ? model : 'article']
    return own.length === 0 ? before[model] : fitRows(own, share, SHRINKAGE[model])
  }
  return { withQuestions: fit('withQuestions'), prose: fit('prose'), documentation: fit('documentation') }
}

/** There are thousands of questions about prose, and some hundreds of nine corpora of documentation. */
const SHRINKAGE = { withQuestions: 0.0005, prose: 0.0005, documentation: 0.02 } as const

interface ConfidenceRow extends LogisticRow {
  readonly model: keyof ConfidenceModel
}

function toRows(examples: readonly Example[], ranking: RankingModel): ConfidenceRow[] {
  const isAnswerable = ({ gold }: Example) => gold.size > 0
  const weights = balance(examples, OTHER_WEIGHTS, (example) => `${example.set}, ${isAnswerable(example)}`)
  return examples.flatMap((example, i): ConfidenceRow[] => {
    const retrieval = rerank(example.retrieval, ranking)
    const features = confidenceFeatures(retrieval)
    if (features === undefined) return []
    const isTrue = isAmongFirst(CITED, retrieval, example.gold)
    const share = isAnswerable(example) ? 1 - FITTED_SHARE : FITTED_SHARE
    const doubt = isAnswerable(example) && !isTrue ? MISRANKED_WEIGHT[example.source] : 1
    return [
      {
        values: Float64Array.from(CONFIDENCE_FEATURE_NAMES, (name) => features[name]),
        isTrue,
        weight: (weights[i] ?? 0) * share * doubt,
        model: isWrittenAbout(retrieval) ? 'withQuestions' : retrieval.form,
      },
    ]
  })
}

function fitRows(
  rows: readonly ConfidenceRow[],
  unanswerableShare: number,
  shrinkage: number,
): ConfidenceFeatures {
  const weights = fitLogistic(rows, CONFIDENCE_FEATURE_NAMES.length, shrinkage)
  const fitted = Object.fromEntries(
    CONFIDENCE_FEATURE_NAMES.map((name, i) => [name, weights[i] ?? 0]),
  ) as unknown as ConfidenceFeatures
  // Prior correction (King & Zeng 2001): the odds of the questions that people ask, not of those that were fitted.
  return { ...fitted, bias: fitted.bias + logit(1 - unanswerableShare) - logit(1 - FITTED_SHARE) }
}

function logit(probability: number): number {
  return Math.log(probability / (1 - probability))
}
