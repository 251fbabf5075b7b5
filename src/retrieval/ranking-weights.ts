import type { RankingModel } from './ranking-model.ts'

/** Learned from questions of known answer, not set by hand; `npm run train` learns them anew. */
export const RANKING_WEIGHTS: RankingModel = {
  text: 2.154,
  textToBest: 2.76,
  question: 0.28,
  questionToBest: 0.921,
  shared: -0.093,
  agreement: 0.636,
  agreementToBest: 0.713,
  sameType: 0.551,
  vector: 1.799,
  vectorToBest: 0.678,
  sentence: 1.393,
  sentenceToBest: 1.249,
  coverage: 0.87,
  coverageToBest: 0.642,
  heading: 3.726,
  said: 2.514,
  gap: -0.761,
  expected: 0.107,
  before: 0.641,
  after: 0.614,
}
