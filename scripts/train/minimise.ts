/** Writes the gradient at `weights` into `gradient`, which is zero when it is handed over, and returns the loss there. */
export type Loss = (weights: Float64Array, gradient: Float64Array) => number

/** Steps whose curvature is remembered. */
const MEMORY = 10
const MOST_STEPS = 500
/** It ends where the gradient is as short as this beside the weights. */
const TOLERANCE = 1e-5
/** A step must gain this share of what the slope promises (Armijo 1966). */
const LEAST_GAIN = 1e-4

interface Step {
  readonly moved: Float64Array
  readonly turned: Float64Array
  readonly scale: number
}

/**
 * Finds the least value of a smooth, convex function, from zero, by L-BFGS (Nocedal 1980, "Updating Quasi-Newton
 * Matrices with Limited Storage"): over all examples at once and with nothing drawn by chance, so that the same examples
 * always give the same weights.
 */
export function minimise(size: number, loss: Loss): Float64Array {
  let weights = new Float64Array(size)
  let gradient = new Float64Array(size)
  let value = loss(weights, gradient)
  const memory: Step[] = []
  for (let step = 0; step < MOST_STEPS; step++) {
    if (norm(gradient) <= TOLERANCE * Math.max(1, norm(weights))) break
    const direction = descend(gradient, memory)
    const slope = dot(direction, gradient)
    let length = memory.length === 0 ? Math.min(1, 1 / norm(gradient)) : 1
    let next = new Float64Array(size)
    let nextGradient = new Float64Array(size)
    let nextValue = Number.POSITIVE_INFINITY
    for (; length > 1e-12; length /= 2) {
      next = weights.map((weight, i) => weight + length * (direction[i] as number))
      nextGradient = new Float64Array(size)
      nextValue = loss(next, nextGradient)
      if (nextValue <= value + LEAST_GAIN * length * slope) break
    }
    if (!(nextValue < value)) break
    remember(memory, difference(next, weights), difference(nextGradient, gradient))
    weights = next
    gradient = nextGradient
    value = nextValue
  }
  return weights
}

/** The direction of the next step: the gradient, turned by the curvature of the steps before. */
function descend(gradient: Float64Array, memory: readonly Step[]): Float64Array {
  const direction = gradient.map((slope) => -slope)
  const shares: number[] = []
  for (const { moved, turned, scale } of [...memory].reverse()) {
    const share = scale * dot(moved, direction)
    shares.push(share)
    addTo(direction, turned, -share)
  }
  const last = memory.at(-1)
  if (last !== undefined) {
    const curvature = 1 / (last.scale * dot(last.turned, last.turned))
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * curvature
  }
  for (const { moved, turned, scale } of memory)
    addTo(direction, moved, (shares.pop() as number) - scale * dot(turned, direction))
  return direction
}

function remember(memory: Step[], moved: Float64Array, turned: Float64Array): void {
  const bend = dot(moved, turned)
  // A step without curvature says nothing about the next.
  if (bend <= 1e-12) return
  memory.push({ moved, turned, scale: 1 / bend })
  if (memory.length > MEMORY) memory.shift()
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - (b[i] as number))
}

function addTo(to: Float64Array, other: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + times * (other[i] as number)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector))
}
