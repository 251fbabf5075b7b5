import type { Retrieval } from '../retrieval/retriever.ts'

/** Below this the corpus is said not to answer. */
export const LEAST_CONFIDENCE = 0.5

/** @returns calibrated probability that the corpus answers the question and the best candidate shows it */
export function confidenceOf({ ranked }: Retrieval): number {
  const best = ranked[0]
  if (best === undefined) return 0
  const z = -4 + 3 * best.features.text + 4 * best.features.question + 3 * best.features.sentence
  return 1 / (1 + Math.exp(-z))
}
