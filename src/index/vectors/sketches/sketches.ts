import { IndexError } from '../../../errors.ts'
import { type Sections, section } from '../../format/container.ts'
import type { Vectors } from '../vectors.ts'
import { Rotation } from './rotation.ts'

export interface SketchReuse {
  readonly sketches: Sketches
  /** For each vector, the row of the earlier sketches with the same vector, or −1. */
  readonly rows: Int32Array
}

/**
 * One bit a dimension for each vector: the signs of its rotated numbers. From them and a question's numbers its cosine
 * is estimated within a few hundredths (RaBitQ, Gao & Long 2024), at an eighth of the bytes that the vectors have.
 */
export class Sketches {
  readonly count: number
  /** Number of bytes of one sketch. */
  readonly bytes: number
  /** One sketch after the other; the first bit of a byte is its lowest. */
  readonly bits: Uint8Array
  /** What the sum of a question's numbers, each by its sign, is multiplied with to estimate the product of the vectors. */
  readonly scales: Float32Array

  private constructor(bits: Uint8Array, scales: Float32Array) {
    this.count = scales.length
    this.bytes = scales.length === 0 ? 0 : bits.length / scales.length
    this.bits = bits
    this.scales = scales
  }

  /** @param earlier saves work; the result is the same without it */
  static of(vectors: Vectors, earlier?: SketchReuse): Sketches {
    const { dimensions, count, codes, scales } = vectors
    const rotation = new Rotation(dimensions)
    const bytes = rotation.width / 8
    const sketches = new Sketches(new Uint8Array(count * bytes), new Float32Array(count))
    const numbers = new Float32Array(rotation.width)
    for (let row = 0; row < count; row++) {
      const before = earlier?.rows[row] ?? -1
      if (earlier && before >= 0) {
        sketches.copy(row, earlier.sketches, before)
        continue
      }
      numbers.fill(0)
      const scale = scales[row] as number
      for (let j = 0; j < dimensions; j++) numbers[j] = (codes[row * dimensions + j] as number) * scale
      rotation.rotate(numbers)
      sketches.draw(row, numbers)
    }
    return sketches
  }

  /** @throws IndexError `damaged` where the sections hold no sketches of these vectors */
  static fromSections(sections: Sections, vectors: Vectors): Sketches {
    const bits = section(sections, 'bits', Uint8Array)
    const scales = section(sections, 'scales', Float32Array)
    const { width } = new Rotation(vectors.dimensions)
    if (scales.length !== vectors.count || bits.length !== vectors.count * (width / 8)) {
      const message = 'The index file is damaged: its sketches do not fit. Rebuild it: npm run index'
      throw new IndexError('damaged', message)
    }
    return new Sketches(bits, scales)
  }

  toSections(): Sections {
    return { bits: this.bits, scales: this.scales }
  }

  private draw(row: number, numbers: Float32Array): void {
    const start = row * this.bytes
    let sum = 0
    for (let j = 0; j < numbers.length; j++) {
      const number = numbers[j] as number
      sum += Math.abs(number)
      if (number > 0) this.bits[start + (j >>> 3)] = (this.bits[start + (j >>> 3)] as number) | (1 << (j & 7))
    }
    this.scales[row] = sum === 0 ? 0 : 1 / sum
  }

  private copy(row: number, from: Sketches, before: number): void {
    this.bits.set(from.bits.subarray(before * this.bytes, (before + 1) * this.bytes), row * this.bytes)
    this.scales[row] = from.scales[before] as number
  }
}
