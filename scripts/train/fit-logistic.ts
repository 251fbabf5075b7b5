import { minimise } from './minimise.ts'

/** What is known of a case, and whether it was true. */
export interface LogisticRow {
  /** The first is 1 in every row: it belongs to the bias. */
  readonly values: Float64Array
  readonly isTrue: boolean
  readonly weight: number
}

/**
 * Finds the weights with the least mean cross-entropy between what is true and the logistic function of the weighted
 * values.
 *
 * @param shrinkage of the weights towards 0, all but the bias; each feature's spread being 1
 */
export function fitLogistic(rows: readonly LogisticRow[], size: number, shrinkage: number): Float64Array {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  const { means, spreads } = momentsOf(rows, size, total)
  const scaled = rows.map(({ values, isTrue, weight }) => ({
    values: values.map((value, k) => (value - (means[k] as number)) / (spreads[k] as number)),
    isTrue,
    weight: weight / total,
  }))
  const fitted = minimise(size, (at, gradient) => {
    let loss = 0
    for (const { values, isTrue, weight } of scaled) {
      let z = 0
      for (let k = 0; k < size; k++) z += (at[k] as number) * (values[k] as number)
      // log(1 + e^−|z|) does not overflow.
      loss += weight * (Math.log1p(Math.exp(-Math.abs(z))) + Math.max(0, isTrue ? -z : z))
      const error = weight * (1 / (1 + Math.exp(-z)) - Number(isTrue))
      for (let k = 0; k < size; k++) gradient[k] = (gradient[k] as number) + error * (values[k] as number)
    }
    for (let k = 1; k < size; k++) {
      loss += (shrinkage / 2) * (at[k] as number) ** 2
      gradient[k] = (gradient[k] as number) + shrinkage * (at[k] as number)
    }
    return loss
  })
  const weights = fitted.map((weight, k) => weight / (spreads[k] as number))
  for (let k = 1; k < size; k++)
    weights[0] = (weights[0] as number) - (weights[k] as number) * (means[k] as number)
  return weights
}

/** Weighted mean and standard deviation of each feature, so that all shrink alike; those of the bias, and of one that never varies, leave it as it is. */
function momentsOf(rows: readonly LogisticRow[], size: number, total: number) {
  const means = new Float64Array(size)
  const spreads = new Float64Array(size).fill(1)
  for (let k = 1; k < size; k++) {
    const over = (of: (value: number) => number) =>
      rows.reduce((sum, { values, weight }) => sum + weight * of(values[k] as number), 0) / (total || 1)
    const mean = over((value) => value)
    const variance = over((value) => (value - mean) ** 2)
    means[k] = mean
    if (variance > 1e-12) spreads[k] = Math.sqrt(variance)
  }
  return { means, spreads }
}
