import {
  type ConfidenceModel,
  type ConfidenceWeights,
  isWrittenAbout,
} from '../../src/answer/confidence/confidence.ts'
import {
  CONFIDENCE_FEATURE_NAMES,
  type ConfidenceFeatureName,
  type ConfidenceFeatures,
  confidenceFeatures,
} from '../../src/answer/confidence/confidence-features.ts'
import { CONFIDENCE_WEIGHTS } from '../../src/answer/confidence/confidence-weights.ts'
import type { RankingModel } from '../../src/retrieval/ranking/ranking-model.ts'
import {
  BESIDE_EDITED,
  EDITED,
  FOLLOW_UPS_WITH,
  FOLLOW_UPS_WITHOUT,
  WITH,
  WITHOUT,
} from './article-examples.ts'
import type { Example } from './example.ts'
import { fitLogistic, type LogisticRow } from './fit-logistic.ts'
import { isAmongFirst, rerank } from './rerank.ts'
import { balance, type SetWeights } from './set-weights.ts'

type Situation = keyof ConfidenceModel

/**
 * Of the questions that people ask, so many are taken to have no answer in the corpus: the fewer the better its owner
 * prepared it.
 */
export const UNANSWERABLE_SHARE: Readonly<Record<Situation, number>> = {
  written: 0.2,
  prose: 0.25,
  documentation: 0.35,
}
/** The fit gives them this share, so that it learns to tell them apart; the bias is set right afterwards. */
const FITTED_SHARE = 0.45
/** So many paragraphs are cited at most as a rule. */
export const CITED = 2

/**
 * What the sets count. A public set counts little: its unanswerable questions are about something else altogether, and
 * those that people ask are near misses.
 */
const SETS: SetWeights = {
  [WITH]: 1,
  [WITHOUT]: 1,
  [EDITED]: 0.15,
  [BESIDE_EDITED]: 0.5,
  [FOLLOW_UPS_WITH]: 0.3,
  [FOLLOW_UPS_WITHOUT]: 0.3,
  documentation: 1,
  public: 0.1,
}

/** There are thousands of questions about prose, and some hundreds about documentation. */
const SHRINKAGE: Readonly<Record<Situation, { readonly answerable: number; readonly found: number }>> = {
  written: { answerable: 0.0005, found: 0.003 },
  prose: { answerable: 0.0005, found: 0.003 },
  documentation: { answerable: 0.05, found: 0.02 },
}

/**
 * How sure the ranking is of the best candidate beside the others says whether it is the right one, and misleads about
 * whether there is one: a near miss has no rival.
 */
const NOT_ABOUT_THE_CORPUS: ReadonlySet<ConfidenceFeatureName> = new Set(['probability'])

/**
 * Fits the probability that the corpus answers, and that the candidates that would be cited show it if it does.
 *
 * @param ranking by which the candidates are ranked
 * @param before weights that stay where no example is of that situation
 */
export function fitConfidence(
  examples: readonly Example[],
  ranking: RankingModel,
  before: ConfidenceModel = CONFIDENCE_WEIGHTS,
): ConfidenceModel {
  const rows = toRows(examples, ranking)
  const learn = (situation: Situation): ConfidenceWeights => {
    const own = rows.filter((row) => row.situation === situation)
    return own.length === 0 ? before[situation] : fitSituation(own, situation)
  }
  return { written: learn('written'), prose: learn('prose'), documentation: learn('documentation') }
}

interface ConfidenceRow extends Omit<LogisticRow, 'isTrue'> {
  readonly situation: Situation
  readonly isAnswerable: boolean
  readonly isFound: boolean
}

function toRows(examples: readonly Example[], ranking: RankingModel): ConfidenceRow[] {
  const isAnswerable = ({ gold }: Example) => gold.size > 0
  const weights = balance(examples, SETS, (example) => `${example.set}, ${isAnswerable(example)}`)
  return examples.flatMap((example, i): ConfidenceRow[] => {
    const retrieval = rerank(example.retrieval, ranking)
    const features = confidenceFeatures(retrieval)
    if (features === undefined) return []
    const share = isAnswerable(example) ? 1 - FITTED_SHARE : FITTED_SHARE
    return [
      {
        values: Float64Array.from(CONFIDENCE_FEATURE_NAMES, (name) => features[name]),
        isAnswerable: isAnswerable(example),
        isFound: isAmongFirst(CITED, retrieval, example.gold),
        weight: (weights[i] as number) * share,
        situation: isWrittenAbout(retrieval) ? 'written' : retrieval.form,
      },
    ]
  })
}

function fitSituation(rows: readonly ConfidenceRow[], situation: Situation): ConfidenceWeights {
  const shrinkage = SHRINKAGE[situation]
  const answerable = fitFeatures(
    rows.map(({ values, isAnswerable, weight }) => ({
      values: values.map((value, k) =>
        NOT_ABOUT_THE_CORPUS.has(CONFIDENCE_FEATURE_NAMES[k] as ConfidenceFeatureName) ? 0 : value,
      ),
      isTrue: isAnswerable,
      weight,
    })),
    shrinkage.answerable,
  )
  const found = fitFeatures(
    rows
      .filter(({ isAnswerable }) => isAnswerable)
      .map(({ values, isFound, weight }) => ({ values, isTrue: isFound, weight })),
    shrinkage.found,
  )
  // Prior correction (King & Zeng 2001): the odds of the questions that people ask, not of those that were fitted.
  const asked = logit(1 - UNANSWERABLE_SHARE[situation]) - logit(1 - FITTED_SHARE)
  return { answerable: { ...answerable, bias: answerable.bias + asked }, found }
}

function fitFeatures(rows: readonly LogisticRow[], shrinkage: number): ConfidenceFeatures {
  const weights = fitLogistic(rows, CONFIDENCE_FEATURE_NAMES.length, shrinkage)
  return Object.fromEntries(
    CONFIDENCE_FEATURE_NAMES.map((name, i) => [name, weights[i]]),
  ) as unknown as ConfidenceFeatures
}

function logit(probability: number): number {
  return Math.log(probability / (1 - probability))
}
