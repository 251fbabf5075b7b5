import type { Nearest, VectorSearch } from './vector-search.ts'

/** How alike texts are to a model that have nothing in particular to do with each other. */
export interface Background {
  /** Mean of their cosines. */
  readonly mean: number
  /** Standard deviation of their cosines. */
  readonly spread: number
}

/** Fewer texts make too few pairs to measure a spread. */
const LEAST_TEXTS = 8
/** Below the error of a stored cosine: to such a model all texts are the same. */
const LEAST_SPREAD = 0.001

/**
 * @param vectors of unit length
 * @returns over all their pairs; nothing where that is no measure, since they are too few or too much alike
 */
export function backgroundOf(vectors: readonly ArrayLike<number>[]): Background | undefined {
  if (vectors.length < LEAST_TEXTS) return undefined
  const cosines = vectors.flatMap((one, at) => vectors.slice(0, at).map((other) => dot(one, other)))
  const mean = average(cosines)
  const spread = Math.sqrt(average(cosines.map((cosine) => (cosine - mean) ** 2)))
  return spread < LEAST_SPREAD ? undefined : { mean, spread }
}

/**
 * Finds what another search finds, and tells the similarities on the scale of another model: what stands out from the
 * background as much to either has the same similarity. They are cut to 0 … 1, so that they may tie at the ends.
 */
export class RescaledSearch implements VectorSearch {
  private readonly inner: VectorSearch
  private readonly rescale: (cosine: number) => number

  /**
   * @param own background of the model whose vectors are searched; where it is not known, nothing is similar
   * @param wanted that of the model on whose scale similarities are given, over the same texts
   */
  constructor(search: VectorSearch, own: Background | undefined, wanted: Background | undefined) {
    this.inner = search
    this.rescale =
      own && wanted
        ? (cosine) => clip(wanted.mean + (cosine - own.mean) * (wanted.spread / own.spread))
        : () => 0
  }

  get count(): number {
    return this.inner.count
  }

  get dimensions(): number {
    return this.inner.dimensions
  }

  /** A zero vector is like nothing on every scale. */
  search(vector: ArrayLike<number>, k: number, accept?: (row: number) => boolean): Nearest {
    const { rows, scores } = this.inner.search(vector, k, accept)
    const isZero = Array.from(vector).every((component) => component === 0)
    return { rows, scores: isZero ? scores : scores.map(this.rescale) }
  }
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0
  for (let j = 0; j < one.length; j++) sum += (one[j] as number) * (other[j] as number)
  return sum
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function clip(value: number): number {
  return Math.max(0, Math.min(1, value))
}
