import { minimise } from './minimise.ts'

/** What is known of a case, and whether it was true. */
export interface LogisticRow {
  /** The first is 1 in every row: it belongs to the bias. */
  readonly values: Float64Array
  readonly isTrue: boolean
  readonly weight: number
}

const STEPS = 1000

/**
 * The weights with the least cross-entropy between what is true and the logistic function of the weighted values.
 *
 * @param shrinkageShare of the weights towards 0, all but the bias, as a share of what the rows weigh; each feature's spread
 * being 1
 */
export function fitLogistic(
  rows: readonly LogisticRow[],
  size: number,
  shrinkageShare: number = 0.0005,
): Float64Array {
  const { means, spreads } = momentsOf(rows, size)
  const scaled = rows.map((row) => ({
    ...row,
    values: row.values.map((value, k) => (value - (means[k] ?? 0)) / (spreads[k] ?? 1)),
  }))
  const shrinkage = shrinkageShare * rows.reduce((total, { weight }) => total + weight, 0)
  const fitted = minimise(
    size,
    (at, gradient) => {
      for (const { values, isTrue, weight } of scaled) {
        let z = 0
        for (let k = 0; k < size; k++) z += (at[k] ?? 0) * (values[k] ?? 0)
        const error = weight * (1 / (1 + Math.exp(-z)) - Number(isTrue))
        for (let k = 0; k < size; k++) gradient[k] = (gradient[k] ?? 0) + error * (values[k] ?? 0)
      }
      for (let k = 1; k < size; k++) gradient[k] = (gradient[k] ?? 0) + shrinkage * (at[k] ?? 0)
    },
    { steps: STEPS },
  )
  const weights = fitted.map((weight, k) => weight / (spreads[k] ?? 1))
  for (let k = 1; k < size; k++) weights[0] = (weights[0] ?? 0) - (weights[k] ?? 0) * (means[k] ?? 0)
  return weights
}

/** Mean and standard deviation of each feature, so that all shrink alike; those of the bias, and of one that never varies, leave it as it is. */
function momentsOf(rows: readonly LogisticRow[], size: number) {
  const means = new Float64Array(size)
  const spreads = new Float64Array(size).fill(1)
  for (let k = 1; k < size; k++) {
    const values = rows.map((row) => row.values[k] ?? 0)
    const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length || 1)
    means[k] = mean
    if (variance > 1e-12) spreads[k] = Math.sqrt(variance)
  }
  return { means, spreads }
}
