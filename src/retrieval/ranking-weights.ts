import type { RankingModel } from './ranking-model.ts'

/** Trained by `npm run train`; not to be edited by hand. */
export const RANKING_WEIGHTS: RankingModel = {
  text: 1.501,
  textToBest: 3.794,
  question: 0.179,
  questionToBest: 0.927,
  shared: 0.029,
  agreement: 0.393,
  agreementToBest: 0.681,
  sameType: 0.561,
  vector: 1.636,
  vectorToBest: 0.31,
  sentence: 1.614,
  sentenceToBest: 1.722,
  coverage: -0.17,
  coverageToBest: 0.034,
  heading: 1.953,
  said: 3.499,
  gap: 0.605,
  expected: 0.005,
  before: 0.429,
  after: 0.381,
}
