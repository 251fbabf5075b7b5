import { IndexError } from '../../errors.ts'
import { itemAt } from '../../item-at.ts'
import { type Sections, section } from '../format/container.ts'
import { checkDimensions } from './vector-search.ts'

/** Largest code; −128 stays unused so that the range is symmetric. */
const MAX_CODE = 127

/** One vector as it is stored: component `j` is `codes[j] * scale`. */
export interface StoredVector {
  readonly codes: Int8Array
  readonly scale: number
}

/**
 * Unit vectors, a signed byte a dimension and one scale a vector: a quarter of the bytes of 32-bit floats (on disk, in
 * memory and in a Worker's bundle), searched as fast, at an error of about 0.001 in a cosine. Scalar quantisation as
 * in Lucene and Faiss (`SQ8`), each vector by its own largest component.
 */
export class Vectors {
  readonly dimensions: number
  private size = 0
  private codeBuffer: Int8Array
  private scaleBuffer: Float32Array

  constructor(dimensions: number, capacity = 0) {
    this.dimensions = dimensions
    this.codeBuffer = new Int8Array(capacity * dimensions)
    this.scaleBuffer = new Float32Array(capacity)
  }

  /** @throws IndexError `damaged` where the sections hold no vectors */
  static fromSections(sections: Sections): Vectors {
    const codes = section(sections, 'codes', Int8Array)
    const scales = section(sections, 'scales', Float32Array)
    const dimensions = section(sections, 'dimensions', Uint32Array)[0]
    if (dimensions === undefined || codes.length !== scales.length * dimensions) {
      throw new IndexError(
        'damaged',
        'The index file is damaged: its vectors do not fit. Rebuild it: npm run index',
      )
    }
    const vectors = new Vectors(dimensions)
    vectors.codeBuffer = codes
    vectors.scaleBuffer = scales
    vectors.size = scales.length
    return vectors
  }

  toSections(): Sections {
    return { dimensions: Uint32Array.of(this.dimensions), codes: this.codes, scales: this.scales }
  }

  get count(): number {
    return this.size
  }

  /** Component `j` of vector `row` is `codes[row * dimensions + j] * scales[row]`. */
  get codes(): Int8Array {
    return this.codeBuffer.subarray(0, this.size * this.dimensions)
  }

  get scales(): Float32Array {
    return this.scaleBuffer.subarray(0, this.size)
  }

  /**
   * Scales the vector to length 1 and adds it; a zero vector stays one.
   *
   * @returns its row
   * @throws RangeError where the vector has another number of dimensions
   */
  append(vector: ArrayLike<number>): number {
    checkDimensions(vector, this.dimensions)
    const row = this.reserve()
    let largest = 0
    for (let j = 0; j < this.dimensions; j++) largest = Math.max(largest, Math.abs(vector[j] as number))
    if (!(Number.isFinite(largest) && largest > 0)) return row
    const start = row * this.dimensions
    let squares = 0
    for (let j = 0; j < this.dimensions; j++) {
      const code = Math.round(((vector[j] as number) / largest) * MAX_CODE)
      this.codeBuffer[start + j] = code
      squares += code * code
    }
    // What was rounded has length 1 again: no cosine comes out above 1.
    this.scaleBuffer[row] = 1 / Math.sqrt(squares)
    return row
  }

  /**
   * Adds a vector as it was stored.
   *
   * @returns its row
   * @throws RangeError where the vector has another number of dimensions
   */
  appendStored({ codes, scale }: StoredVector): number {
    checkDimensions(codes, this.dimensions)
    const row = this.reserve()
    this.codeBuffer.set(codes, row * this.dimensions)
    this.scaleBuffer[row] = scale
    return row
  }

  /** Adds vectors of another set as they stand there, from a row on. @returns the first one's row here */
  appendFrom(other: Vectors, row: number, count = 1): number {
    checkDimensions({ length: other.dimensions }, this.dimensions)
    const added = this.reserve(count)
    const { dimensions } = this
    this.codeBuffer.set(
      other.codes.subarray(row * dimensions, (row + count) * dimensions),
      added * dimensions,
    )
    this.scaleBuffer.set(other.scales.subarray(row, row + count), added)
    return added
  }

  /** The vector of a row as it is stored. */
  storedAt(row: number): StoredVector {
    const start = row * this.dimensions
    return {
      codes: this.codeBuffer.subarray(start, start + this.dimensions),
      scale: itemAt(this.scales, row),
    }
  }

  /** The vector of a row, as floats of length 1. */
  at(row: number): Float32Array {
    const start = row * this.dimensions
    const scale = itemAt(this.scales, row)
    return Float32Array.from(this.codeBuffer.subarray(start, start + this.dimensions), (code) => code * scale)
  }

  private reserve(count = 1): number {
    if (this.size + count > this.scaleBuffer.length) {
      const capacity = Math.max(64, this.size + count, this.size * 2)
      const codes = new Int8Array(capacity * this.dimensions)
      const scales = new Float32Array(capacity)
      codes.set(this.codeBuffer)
      scales.set(this.scaleBuffer)
      this.codeBuffer = codes
      this.scaleBuffer = scales
    }
    this.size += count
    return this.size - count
  }
}
