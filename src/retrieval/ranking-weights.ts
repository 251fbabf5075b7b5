import type { RankingModel } from './ranking-model.ts'

/** Trained by `npm run train`; not to be edited by hand. */
export const RANKING_WEIGHTS: RankingModel = {
  text: 2.184,
  textToBest: 3.395,
  question: 0.377,
  questionToBest: 0.384,
  shared: -0.073,
  agreement: 1.225,
  agreementToBest: 0.749,
  sameType: 0.432,
  vector: 1.93,
  vectorToBest: 0.302,
  sentence: 1.904,
  sentenceToBest: 1.797,
  coverage: 0.276,
  coverageToBest: -0.309,
  heading: 1.959,
  said: 3.662,
  gap: 1.009,
  expected: -0.215,
  before: 0.378,
  after: 0.476,
}
