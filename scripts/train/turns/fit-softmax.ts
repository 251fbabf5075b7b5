import type { Random } from './random.ts'

export interface SoftmaxExample {
  /** Each at most once. */
  readonly features: readonly number[]
  readonly label: number
  readonly weight: number
}

export interface SoftmaxModel {
  /** For each feature the weights of all labels, one after the other. */
  readonly weights: Float32Array
  readonly bias: Float64Array
}

export interface SoftmaxSize {
  readonly features: number
  readonly labels: number
}

const ROUNDS = 7
const STEP = 0.5
const BIAS_STEP = 0.02
const DECAY = 1e-6
/** Smaller slopes move nothing. */
const FLAT = 1e-5

/** A multinomial logistic regression by stochastic gradient descent with a step of its own for each weight (AdaGrad). */
export function fitSoftmax(
  examples: readonly SoftmaxExample[],
  { features, labels }: SoftmaxSize,
  random: Random,
): SoftmaxModel {
  const weights = new Float32Array(features * labels)
  const squares = new Float32Array(weights.length).fill(1e-6)
  const bias = new Float64Array(labels)
  const slopes = new Float64Array(labels)
  const order = examples.map((_, at) => at)
  for (let round = 0; round < ROUNDS; round++) {
    random.shuffle(order)
    for (const at of order) {
      const { features: held, label, weight } = examples[at] as SoftmaxExample
      const share = 1 / Math.sqrt(held.length)
      toSlopes(slopes, { weights, bias }, { held, label, weight, share })
      for (let k = 0; k < labels; k++) bias[k] = (bias[k] as number) - BIAS_STEP * (slopes[k] as number)
      for (const feature of held) {
        for (let k = 0; k < labels; k++) {
          const place = feature * labels + k
          const slope = (slopes[k] as number) * share + DECAY * (weights[place] as number)
          if (Math.abs(slope) < FLAT) continue
          const square = (squares[place] as number) + slope * slope
          squares[place] = square
          weights[place] = (weights[place] as number) - (STEP * slope) / Math.sqrt(square)
        }
      }
    }
  }
  return { weights, bias }
}

function toSlopes(
  slopes: Float64Array,
  { weights, bias }: SoftmaxModel,
  example: {
    readonly held: readonly number[]
    readonly label: number
    readonly weight: number
    readonly share: number
  },
): void {
  const labels = slopes.length
  slopes.set(bias)
  for (const feature of example.held)
    for (let k = 0; k < labels; k++)
      slopes[k] = (slopes[k] as number) + (weights[feature * labels + k] as number) * example.share
  const highest = Math.max(...slopes)
  let sum = 0
  for (let k = 0; k < labels; k++) {
    slopes[k] = Math.exp((slopes[k] as number) - highest)
    sum += slopes[k] as number
  }
  for (let k = 0; k < labels; k++)
    slopes[k] = ((slopes[k] as number) / sum - (k === example.label ? 1 : 0)) * example.weight
}
