import type { CorpusForm } from '../../src/retrieval/ranking/corpus-form.ts'
import { FEATURE_NAMES } from '../../src/retrieval/ranking/features.ts'
import { type RankingModel, type RankingWeights, softmax } from '../../src/retrieval/ranking/ranking-model.ts'
import { RANKING_WEIGHTS } from '../../src/retrieval/ranking/ranking-weights.ts'
import type { Example } from './example.ts'
import { minimise } from './minimise.ts'
import { balance } from './set-weights.ts'

/** Keeps features that say the same from taking weights against each other. */
const SHRINKAGE = 1e-4
/** What other sets count beside those about the article. */
const OTHER_WEIGHTS = { documentation: 1, public: 0.3 }

/** The candidates of an example as rows of numbers. */
interface RankedRows {
  readonly features: readonly Float64Array[]
  readonly isGold: readonly boolean[]
  readonly weight: number
}

/**
 * Fits a linear ranking: the least cross-entropy between the softmax of a question's candidates and those of them that
 * answer it, for each form of corpus by itself (listwise, as ListNet's top-one probability; Cao et al. 2007, "Learning to Rank").
 *
 * @param before weights that stay where no example is of that form
 */
export function fitRanking(
  examples: readonly Example[],
  before: RankingModel = RANKING_WEIGHTS,
): RankingModel {
  const fit = (form: CorpusForm) => {
    const own = examples.filter(({ retrieval }) => retrieval.form === form)
    return own.length === 0 ? before[form] : fitWeights(own)
  }
  return { prose: fit('prose'), documentation: fit('documentation') }
}

function fitWeights(examples: readonly Example[]): RankingWeights {
  const rows = toRows(examples)
  const weights = minimise(FEATURE_NAMES.length, (at, gradient) => {
    for (const row of rows) addGradient(row, at, gradient)
    for (const [i, weight] of at.entries()) gradient[i] = (gradient[i] ?? 0) + SHRINKAGE * weight
  })
  return Object.fromEntries(FEATURE_NAMES.map((name, i) => [name, weights[i] ?? 0])) as RankingWeights
}

function toRows(examples: readonly Example[]): RankedRows[] {
  // Where none or all of the candidates answer, there is nothing to learn about their order.
  const telling = examples.filter(({ retrieval: { ranked }, gold }) => {
    const found = ranked.filter(({ paragraph }) => gold.has(paragraph)).length
    return found > 0 && found < ranked.length
  })
  const weights = balance(telling, OTHER_WEIGHTS)
  return telling.map(({ retrieval: { ranked }, gold }, i) => ({
    features: ranked.map(({ features }) => Float64Array.from(FEATURE_NAMES, (name) => features[name])),
    isGold: ranked.map(({ paragraph }) => gold.has(paragraph)),
    weight: weights[i] ?? 0,
  }))
}

function addGradient(
  { features, isGold, weight }: RankedRows,
  at: Float64Array,
  gradient: Float64Array,
): void {
  const scores = features.map((values) => dot(values, at))
  const probabilities = softmax(scores)
  // Not by division, which is of 0 by 0 where the others are far ahead.
  const amongGold = softmax(scores.map((score, i) => (isGold[i] ? score : Number.NEGATIVE_INFINITY)))
  for (const [i, values] of features.entries()) {
    const error = weight * ((probabilities[i] ?? 0) - (amongGold[i] ?? 0))
    for (let k = 0; k < values.length; k++) gradient[k] = (gradient[k] ?? 0) + error * (values[k] ?? 0)
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
