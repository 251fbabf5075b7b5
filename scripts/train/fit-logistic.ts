import { minimise } from './minimise.ts'

/** What is known of a case, and whether it was true. */
export interface LogisticRow {
  /** The first is 1 in every row: it belongs to the bias. */
  readonly values: Float64Array
  readonly isTrue: boolean
  readonly weight: number
}

/** Towards 0, all but the bias; for rows whose weights add up to about 1. */
const SHRINKAGE = 0.001
const STEPS = 4000

/** The weights with the least cross-entropy between what is true and the logistic function of the weighted values. */
export function fitLogistic(rows: readonly LogisticRow[], size: number): Float64Array {
  return minimise(
    size,
    (at, gradient) => {
      for (const { values, isTrue, weight } of rows) {
        let z = 0
        for (let k = 0; k < size; k++) z += (at[k] ?? 0) * (values[k] ?? 0)
        const error = weight * (1 / (1 + Math.exp(-z)) - Number(isTrue))
        for (let k = 0; k < size; k++) gradient[k] = (gradient[k] ?? 0) + error * (values[k] ?? 0)
      }
      for (let k = 1; k < size; k++) gradient[k] = (gradient[k] ?? 0) + SHRINKAGE * (at[k] ?? 0)
    },
    { steps: STEPS },
  )
}
