import { type RankingModel, rankingScore, softmax } from '../../src/retrieval/ranking-model.ts'
import type { Retrieval } from '../../src/retrieval/retriever.ts'

/** The same candidates in the order of other weights. */
export function rerank(retrieval: Retrieval, model: RankingModel): Retrieval {
  const scores = retrieval.ranked.map(({ features }) => rankingScore(features, model))
  const probabilities = softmax(scores)
  const ranked = retrieval.ranked
    .map((candidate, i) => ({ ...candidate, score: scores[i] ?? 0, probability: probabilities[i] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.paragraph - b.paragraph)
  return { ...retrieval, ranked }
}

/** Whether the candidate that comes first answers. */
export function isRight({ ranked }: Retrieval, gold: ReadonlySet<number>): boolean {
  const [best] = ranked
  return best !== undefined && gold.has(best.paragraph)
}
