import type { CorpusForm } from './corpus-form.ts'
import { FEATURE_NAMES, type FeatureName, type Features, someAreWritten } from './features.ts'

/** Weights of a linear ranking. */
export type RankingWeights = Readonly<Record<FeatureName, number>>

/** What a ranking has to go by: questions written ahead that come near one of the candidates, or else a form of corpus. */
export type RankingSituation = 'written' | CorpusForm

/** The weights for each situation; trained by scripts/train.ts. */
export type RankingModel = Readonly<Record<RankingSituation, RankingWeights>>

export function rankingSituation(
  candidates: readonly { readonly questions: readonly unknown[] }[],
  form: CorpusForm,
): RankingSituation {
  return someAreWritten(candidates) ? 'written' : form
}

export function rankingScore(features: Features, weights: RankingWeights): number {
  let score = 0
  for (const name of FEATURE_NAMES) score += weights[name] * features[name]
  return score
}

/** Probabilities that add up to 1: how sure the ranking is of each candidate beside the others. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const exponentials = scores.map((score) => Math.exp(score - highest))
  const total = exponentials.reduce((a, b) => a + b, 0)
  return exponentials.map((value) => value / total)
}
