import { FEATURE_NAMES } from '../../src/retrieval/ranking/features.ts'
import type {
  RankingModel,
  RankingSituation,
  RankingWeights,
} from '../../src/retrieval/ranking/ranking-model.ts'
import { RANKING_WEIGHTS } from '../../src/retrieval/ranking/ranking-weights.ts'
import {
  BESIDE_EDITED,
  EDITED,
  FOLLOW_UPS_WITH,
  FOLLOW_UPS_WITHOUT,
  WITH,
  WITHOUT,
} from './article-examples.ts'
import type { Example } from './example.ts'
import { minimise } from './minimise.ts'
import { balance, type SetWeights } from './set-weights.ts'

/**
 * What each situation learns from. Of documentation there are few questions: those about prose, which differ in how much
 * the paragraphs around say, keep what is fitted to them from following chance.
 */
const SETS: Readonly<Record<RankingSituation, SetWeights>> = {
  written: { [WITH]: 1, [EDITED]: 0.15, [BESIDE_EDITED]: 0.5, [FOLLOW_UPS_WITH]: 0.3 },
  prose: { [WITHOUT]: 1, [FOLLOW_UPS_WITHOUT]: 0.3, public: 0.1 },
  documentation: { documentation: 1, public: 1, [WITHOUT]: 1 },
}

/** Keeps features that say the same from taking weights against each other, the more the fewer the questions. */
const SHRINKAGE: Readonly<Record<RankingSituation, number>> = {
  written: 0.001,
  prose: 0.01,
  documentation: 0.03,
}

const SIZE = FEATURE_NAMES.length

/** The candidates of an example, feature by feature, one after the other. */
interface RankedRows {
  readonly features: Float32Array
  readonly isGold: readonly boolean[]
  readonly weight: number
}

/**
 * Fits a linear ranking: the least cross-entropy between the softmax of a question's candidates and those of them that
 * answer it, for each situation by itself (listwise, as ListNet's top-one probability; Cao et al. 2007, "Learning to
 * Rank").
 *
 * @param before weights that stay where a situation has no example to learn from
 */
export function fitRanking(
  examples: readonly Example[],
  before: RankingModel = RANKING_WEIGHTS,
): RankingModel {
  const learn = (situation: RankingSituation) => {
    const rows = toRows(examples, SETS[situation])
    return rows.length === 0 ? before[situation] : fitWeights(rows, SHRINKAGE[situation])
  }
  return { written: learn('written'), prose: learn('prose'), documentation: learn('documentation') }
}

function fitWeights(rows: readonly RankedRows[], shrinkage: number): RankingWeights {
  const spreads = spreadsOf(rows)
  for (const { features } of rows)
    for (let i = 0; i < features.length; i++)
      features[i] = (features[i] as number) / (spreads[i % SIZE] as number)
  const weights = minimise(SIZE, (at, gradient) => {
    let loss = 0
    for (const row of rows) loss += addGradient(row, at, gradient)
    for (let k = 0; k < SIZE; k++) {
      loss += (shrinkage / 2) * (at[k] as number) ** 2
      gradient[k] = (gradient[k] as number) + shrinkage * (at[k] as number)
    }
    return loss
  })
  return Object.fromEntries(
    FEATURE_NAMES.map((name, k) => [name, (weights[k] as number) / (spreads[k] as number)]),
  ) as RankingWeights
}

function toRows(examples: readonly Example[], sets: SetWeights): RankedRows[] {
  // Where none or all of the candidates answer, there is nothing to learn about their order.
  const telling = examples.filter(({ retrieval: { ranked }, gold }) => {
    const found = ranked.filter(({ paragraphRow }) => gold.has(paragraphRow)).length
    return found > 0 && found < ranked.length
  })
  const weights = balance(telling, sets)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return telling.flatMap(({ retrieval: { ranked }, gold }, i) => {
    if (weights[i] === 0) return []
    const weight = (weights[i] as number) / total
    const features = new Float32Array(ranked.length * SIZE)
    for (const [at, candidate] of ranked.entries())
      for (const [k, name] of FEATURE_NAMES.entries()) features[at * SIZE + k] = candidate.features[name]
    return [{ features, isGold: ranked.map(({ paragraphRow }) => gold.has(paragraphRow)), weight }]
  })
}

/** How much each feature differs between the candidates of a question, so that all weights shrink alike; 1 where it never does. */
function spreadsOf(rows: readonly RankedRows[]): Float64Array {
  const squares = new Float64Array(SIZE)
  let count = 0
  for (const { features, isGold } of rows) {
    count += isGold.length
    for (let k = 0; k < SIZE; k++) {
      let mean = 0
      for (let i = k; i < features.length; i += SIZE) mean += (features[i] as number) / isGold.length
      for (let i = k; i < features.length; i += SIZE)
        squares[k] = (squares[k] as number) + ((features[i] as number) - mean) ** 2
    }
  }
  return squares.map((square) => (square > 1e-9 * count ? Math.sqrt(square / count) : 1))
}

/** @returns the loss of the row */
function addGradient(
  { features, isGold, weight }: RankedRows,
  at: Float64Array,
  gradient: Float64Array,
): number {
  const scores = isGold.map((_, i) => {
    let score = 0
    for (let k = 0; k < SIZE; k++) score += (at[k] as number) * (features[i * SIZE + k] as number)
    return score
  })
  const all = exponentials(scores)
  // Not by division of probabilities, which is of 0 by 0 where the others are far ahead.
  const gold = exponentials(scores.map((score, i) => (isGold[i] ? score : Number.NEGATIVE_INFINITY)))
  for (let i = 0; i < isGold.length; i++) {
    const error = weight * ((all.values[i] as number) / all.sum - (gold.values[i] as number) / gold.sum)
    for (let k = 0; k < SIZE; k++)
      gradient[k] = (gradient[k] as number) + error * (features[i * SIZE + k] as number)
  }
  return weight * (all.highest + Math.log(all.sum) - gold.highest - Math.log(gold.sum))
}

function exponentials(scores: readonly number[]) {
  const highest = Math.max(...scores)
  const values = scores.map((score) => Math.exp(score - highest))
  return { highest, values, sum: values.reduce((a, b) => a + b, 0) }
}
