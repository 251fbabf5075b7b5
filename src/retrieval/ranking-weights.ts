import type { RankingModel } from './ranking-model.ts'

/** Learned from questions of known answer, not set by hand; `npm run train` learns them anew. */
export const RANKING_WEIGHTS: RankingModel = {
  text: 1.517,
  textToBest: 3.801,
  question: 0.155,
  questionToBest: 0.918,
  shared: 0.011,
  agreement: 0.404,
  agreementToBest: 0.691,
  sameType: 0.559,
  vector: 1.687,
  vectorToBest: 0.29,
  sentence: 1.604,
  sentenceToBest: 1.702,
  coverage: -0.163,
  coverageToBest: 0.043,
  heading: 1.954,
  said: 3.494,
  gap: 0.605,
  expected: 0.018,
  before: 0.426,
  after: 0.379,
}
