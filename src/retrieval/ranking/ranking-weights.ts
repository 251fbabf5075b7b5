import type { RankingModel } from './ranking-model.ts'

/** Learned from questions of known answer, not set by hand; `npm run train` learns them anew. */
export const RANKING_WEIGHTS: RankingModel = {
  text: 2.056,
  textToBest: 3.254,
  question: 0.09,
  questionToBest: 0.733,
  shared: 0.048,
  agreement: 0.922,
  agreementToBest: 1.106,
  sameType: 0.655,
  vector: 1.155,
  vectorToBest: 0.728,
  sentence: 1.886,
  sentenceToBest: 1.892,
  heading: 2.864,
  said: 2.483,
  gap: -0.93,
  names: 0.512,
  ownUnsaid: -1.73,
  unwritten: 1.968,
  unwrittenTextToBest: 3.503,
  unwrittenSentenceToBest: 2.778,
}
