import { type RankingModel, rankingScore, softmax } from '../../src/retrieval/ranking/ranking-model.ts'
import type { Retrieval } from '../../src/retrieval/retriever.ts'

/** The same candidates in the order of other weights. */
export function rerank(retrieval: Retrieval, model: RankingModel): Retrieval {
  const scores = retrieval.ranked.map(({ features }) => rankingScore(features, model[retrieval.form]))
  const probabilities = softmax(scores)
  const ranked = retrieval.ranked
    .map((candidate, i) => ({ ...candidate, score: scores[i] ?? 0, probability: probabilities[i] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.paragraph - b.paragraph)
  return { ...retrieval, ranked }
}

/** Whether one of the candidates that come first answers. */
export function isAmongFirst(
  count: number,
  { ranked }: Pick<Retrieval, 'ranked'>,
  gold: ReadonlySet<number>,
): boolean {
  return ranked.slice(0, count).some(({ paragraph }) => gold.has(paragraph))
}
