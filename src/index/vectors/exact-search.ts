import { TopRows } from './top-rows.ts'
import { checkDimensions, type GrowingVectorSearch, type Nearest } from './vector-search.ts'
import { Vectors } from './vectors.ts'

/** Compares with every vector: nothing to build, nothing missed, and the same in every runtime. */
export class ExactSearch implements GrowingVectorSearch {
  private readonly vectors: Vectors
  private readonly removed = new Set<number>()

  /** @param vectors searched as they are and, by {@link append}, added to */
  constructor(vectors: Vectors) {
    this.vectors = vectors
  }

  static empty(dimensions: number): ExactSearch {
    return new ExactSearch(new Vectors(dimensions))
  }

  get count(): number {
    return this.vectors.count - this.removed.size
  }

  /** Rows that were ever added, removed ones too. */
  get rowCount(): number {
    return this.vectors.count
  }

  get dimensions(): number {
    return this.vectors.dimensions
  }

  append(vector: ArrayLike<number>): number {
    return this.vectors.append(vector)
  }

  remove(row: number): void {
    if (row >= 0 && row < this.vectors.count) this.removed.add(row)
  }

  search(vector: ArrayLike<number>, k: number, accept?: (row: number) => boolean): Nearest {
    const question = new Question(vector, this.dimensions)
    const { codes, scales, count } = this.vectors
    const top = new TopRows(Math.min(k, this.count))
    for (let row = 0; row < count; row++) {
      if (this.removed.size > 0 && this.removed.has(row)) continue
      if (accept !== undefined && !accept(row)) continue
      top.offer(row, question.similarity(codes, scales, row))
    }
    return top.takeNearest()
  }

  /**
   * The rows among `candidates` nearest to a vector.
   *
   * @param candidates rows, in any order, each once
   */
  searchAmong(vector: ArrayLike<number>, k: number, candidates: ArrayLike<number>): Nearest {
    const question = new Question(vector, this.dimensions)
    const { codes, scales } = this.vectors
    const top = new TopRows(Math.min(k, candidates.length))
    for (let at = 0; at < candidates.length; at++) {
      const row = candidates[at] as number
      top.offer(row, question.similarity(codes, scales, row))
    }
    return top.takeNearest()
  }
}

/** Numbers of a vector that are added up side by side: the additions do not wait for each other. */
const LANES = 4

/**
 * A vector that others are compared with. Of a short question's most built-in numbers are 0, and are passed over; the sums
 * are the same, since each lane adds up its numbers in their order.
 */
class Question {
  private readonly dimensions: number
  /** The numbers, lane by lane in turn, and where they stand; a lane that has fewer of them is filled up by zeros. */
  private readonly values: Float64Array
  private readonly places: Uint32Array

  constructor(vector: ArrayLike<number>, dimensions: number) {
    this.dimensions = dimensions
    const unit = unitVector(vector, dimensions)
    const filled = [0, 0, 0, 0]
    for (let j = 0; j < dimensions; j++)
      if (unit[j] !== 0) filled[laneOf(j, dimensions)] = (filled[laneOf(j, dimensions)] as number) + 1
    const size = LANES * Math.max(...filled)
    this.values = new Float64Array(size)
    this.places = new Uint32Array(size)
    const next = [0, 1, 2, 3]
    for (let j = 0; j < dimensions; j++) {
      if (unit[j] === 0) continue
      const lane = laneOf(j, dimensions)
      const at = next[lane] as number
      this.values[at] = unit[j] as number
      this.places[at] = j
      next[lane] = at + LANES
    }
  }

  /** Rounded as it is given back, or rows whose similarities look the same would seem out of order. */
  similarity(codes: Int8Array, scales: Float32Array, row: number): number {
    const { values, places } = this
    const start = row * this.dimensions
    let first = 0
    let second = 0
    let third = 0
    let fourth = 0
    for (let at = 0; at < values.length; at += LANES) {
      first += (values[at] as number) * (codes[start + (places[at] as number)] as number)
      second += (values[at + 1] as number) * (codes[start + (places[at + 1] as number)] as number)
      third += (values[at + 2] as number) * (codes[start + (places[at + 2] as number)] as number)
      fourth += (values[at + 3] as number) * (codes[start + (places[at + 3] as number)] as number)
    }
    return Math.fround((first + second + third + fourth) * (scales[row] as number))
  }
}

/** Those behind the last whole group of lanes go into the first. */
function laneOf(j: number, dimensions: number): number {
  return j < dimensions - (dimensions % LANES) ? j % LANES : 0
}

function unitVector(vector: ArrayLike<number>, dimensions: number): Float64Array {
  checkDimensions(vector, dimensions)
  const unit = Float64Array.from(vector)
  const length = Math.hypot(...unit)
  if (length > 0) for (let j = 0; j < unit.length; j++) unit[j] = (unit[j] as number) / length
  return unit
}
