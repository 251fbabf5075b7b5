import type { RankingModel } from './ranking-model.ts'

/** Trained by `tsx scripts/train-ranking.ts`; not to be edited by hand. */
export const RANKING_WEIGHTS: RankingModel = {
  text: 4,
  textToBest: 4,
  question: 6,
  questionToBest: 4,
  shared: 1,
  agreement: 2,
  agreementToBest: 1,
  sameType: 0,
  vector: 2,
  vectorToBest: 0,
  sentence: 3,
  sentenceToBest: 2,
  coverage: 1,
  coverageToBest: 1,
  heading: 1,
  said: 0,
  gap: 0,
  expected: 0.3,
  before: 0,
  after: 0,
}
