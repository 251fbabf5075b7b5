import { TURN_CLASSES } from './turn-classes.ts'
import { FEATURE_BUCKETS } from './turn-features.ts'

/** A multinomial logistic regression over the features of turns, as it is stored. */
export interface StoredTurnModel {
  /** Largest weight that can be told. */
  readonly largest: number
  /** A weight for each class. */
  readonly bias: readonly number[]
  /** Four bits a weight, bucket by bucket and class by class, see {@link weightOf}; in base64. */
  readonly weights: string
  /** Stems of words in Latin letters, and pairs of Han characters, that conversation is made of. */
  readonly words: string
  readonly pairs: string
}

export const STEPS = 7

/**
 * The weight that a step stands for. Steps are finer near nothing, where most weights are.
 *
 * @param step −7 … 7
 */
function weightOf(step: number, largest: number): number {
  const share = step / STEPS
  return Math.sign(share) * share * share * largest
}

/** @returns for each bucket the weights of all classes, one after the other */
export function decodeWeights({ weights, largest }: StoredTurnModel): Float32Array {
  const bytes = atob(weights)
  const steps = Array.from({ length: 16 }, (_, nibble) => weightOf(nibble - 8, largest))
  const decoded = new Float32Array(FEATURE_BUCKETS * TURN_CLASSES.length)
  for (let at = 0; at < decoded.length; at++) {
    const byte = bytes.charCodeAt(at >> 1)
    decoded[at] = steps[at % 2 === 0 ? byte >> 4 : byte & 15] as number
  }
  return decoded
}
