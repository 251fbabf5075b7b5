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
    const query = unitVector(vector, this.dimensions)
    const { codes, scales, count } = this.vectors
    const top = new TopRows(Math.min(k, this.count))
    for (let row = 0; row < count; row++) {
      if (this.removed.size > 0 && this.removed.has(row)) continue
      if (accept !== undefined && !accept(row)) continue
      top.offer(row, similarity(query, codes, scales, row))
    }
    return top.takeNearest()
  }

  /**
   * The rows among `candidates` nearest to a vector.
   *
   * @param candidates rows, in any order, each once
   */
  searchAmong(vector: ArrayLike<number>, k: number, candidates: ArrayLike<number>): Nearest {
    const query = unitVector(vector, this.dimensions)
    const { codes, scales } = this.vectors
    const top = new TopRows(Math.min(k, candidates.length))
    for (let at = 0; at < candidates.length; at++) {
      const row = candidates[at] as number
      top.offer(row, similarity(query, codes, scales, row))
    }
    return top.takeNearest()
  }
}

/** Rounded as it is given back, or rows whose similarities look the same would seem out of order. */
function similarity(query: Float64Array, codes: Int8Array, scales: Float32Array, row: number): number {
  return Math.fround(dot(query, codes, row * query.length) * (scales[row] as number))
}

/** Four sums instead of one: the additions do not wait for each other. */
function dot(query: Float64Array, codes: Int8Array, start: number): number {
  const { length } = query
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  let j = 0
  for (; j + 3 < length; j += 4) {
    const at = start + j
    first += (query[j] as number) * (codes[at] as number)
    second += (query[j + 1] as number) * (codes[at + 1] as number)
    third += (query[j + 2] as number) * (codes[at + 2] as number)
    fourth += (query[j + 3] as number) * (codes[at + 3] as number)
  }
  for (; j < length; j++) first += (query[j] as number) * (codes[start + j] as number)
  return first + second + third + fourth
}

function unitVector(vector: ArrayLike<number>, dimensions: number): Float64Array {
  checkDimensions(vector, dimensions)
  const unit = Float64Array.from(vector)
  const length = Math.hypot(...unit)
  if (length > 0) for (let j = 0; j < unit.length; j++) unit[j] = (unit[j] as number) / length
  return unit
}
