import type { AnswerEvidence } from '../../../src/retrieval/evidence/answer-evidence.ts'

/** Of a paragraph that says all of a question. */
export const ALL_SAID: AnswerEvidence = {
  names: 1,
  outright: 1,
  nameGap: 0,
  wordGap: 0,
  sentenceGap: 0,
  unsaid: 0,
  pairs: 1,
  unknown: 0,
  ownUnsaid: 0,
}
