import type { RankingModel } from './ranking-model.ts'

/** Learned from questions of known answer, not set by hand; `npm run train` learns them anew. */
export const RANKING_WEIGHTS: RankingModel = {
  text: 2.242,
  textToBest: 3.051,
  question: 0.058,
  questionToBest: 0.69,
  shared: -0.077,
  agreement: 0.7,
  agreementToBest: 0.734,
  sameType: 0.513,
  vector: 1.847,
  vectorToBest: 0.677,
  sentence: 1.863,
  sentenceToBest: 1.796,
  heading: 3.846,
  said: 2.681,
  gap: -0.7,
}
