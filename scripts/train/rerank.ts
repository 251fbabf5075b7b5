import { itemAt } from '../../src/item-at.ts'
import {
  type RankingModel,
  rankingScore,
  rankingSituation,
  softmax,
} from '../../src/retrieval/ranking/ranking-model.ts'
import type { RetrievedExample } from './example.ts'

/** The same candidates in the order of other weights. */
export function rerank(retrieval: RetrievedExample, model: RankingModel): RetrievedExample {
  const weights = model[rankingSituation(retrieval.ranked, retrieval.form)]
  const scores = retrieval.ranked.map(({ features }) => rankingScore(features, weights))
  const probabilities = softmax(scores)
  const ranked = retrieval.ranked
    .map((candidate, i) => ({
      ...candidate,
      score: itemAt(scores, i),
      probability: itemAt(probabilities, i),
    }))
    .sort((a, b) => b.score - a.score || a.paragraphRow - b.paragraphRow)
  return { ...retrieval, ranked }
}

/** Whether one of the candidates that come first answers. */
export function isAmongFirst(
  count: number,
  { ranked }: Pick<RetrievedExample, 'ranked'>,
  gold: ReadonlySet<number>,
): boolean {
  return ranked.slice(0, count).some(({ paragraphRow }) => gold.has(paragraphRow))
}
