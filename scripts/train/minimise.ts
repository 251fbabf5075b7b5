/** Writes the gradient at `weights` into `gradient`, which is zero when it is handed over. */
export type Gradient = (weights: Float64Array, gradient: Float64Array) => void

/**
 * Walks down a smooth function from zero with a step a weight that shrinks as its gradients add up (Duchi, Hazan &
 * Singer 2011, "Adaptive Subgradient Methods"), over all examples at once: nothing is drawn by chance, so that the same
 * examples always give the same weights.
 */
export function minimise(
  size: number,
  addGradient: Gradient,
  { steps = 400, rate = 0.5 }: { readonly steps?: number; readonly rate?: number } = {},
): Float64Array {
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-8)
  const gradient = new Float64Array(size)
  for (let step = 0; step < steps; step++) {
    gradient.fill(0)
    addGradient(weights, gradient)
    for (let i = 0; i < size; i++) {
      const slope = gradient[i] ?? 0
      squares[i] = (squares[i] ?? 0) + slope * slope
      weights[i] = (weights[i] ?? 0) - (rate * slope) / Math.sqrt(squares[i] ?? 1)
    }
  }
  return weights
}
