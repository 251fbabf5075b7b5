/** Numbers that one round of mixing brings together: a power of two. */
const BLOCK = 128
/** After the second round every number depends on those of all blocks. */
const ROUNDS = 2
/** Turns a number's place over all blocks; odd, and so without a factor in common with a power of two. */
const STRIDE = 83

/**
 * A rotation that looks random and is the same everywhere: signs, then a Walsh–Hadamard transform of each block, then
 * all places dealt out anew, twice over. It spreads what a vector says over all its numbers evenly, so that the signs of
 * them tell its direction (as in Ailon & Chazelle 2006, and RaBitQ by Gao & Long 2024).
 */
export class Rotation {
  /** Numbers of a rotated vector: the next multiple of the block. */
  readonly width: number
  private readonly signs: Float32Array
  private readonly places: Uint32Array
  private readonly dealt: Float32Array

  constructor(dimensions: number) {
    this.width = Math.ceil(dimensions / BLOCK) * BLOCK
    this.signs = signsOf(this.width * ROUNDS)
    const blocks = this.width / BLOCK
    // Neighbours go to different blocks; within its block a number moves by the stride.
    this.places = Uint32Array.from({ length: this.width }, (_, at) => {
      const within = (Math.floor(at / blocks) * STRIDE) % BLOCK
      return (at % blocks) * BLOCK + within
    })
    this.dealt = new Float32Array(this.width)
  }

  /** @param numbers `width` of them, rotated in their place; those behind the vector's own must be 0 */
  rotate(numbers: Float32Array): void {
    const width = this.width
    const signs = this.signs
    const places = this.places
    const dealt = this.dealt
    for (let round = 0; round < ROUNDS; round++) {
      for (let at = 0; at < width; at++)
        dealt[places[at] as number] = (numbers[at] as number) * (signs[round * width + at] as number)
      for (let start = 0; start < width; start += BLOCK) transform(dealt, start)
      numbers.set(dealt)
    }
  }
}

/** The Walsh–Hadamard transform of one block, which keeps its length. */
function transform(numbers: Float32Array, start: number): void {
  for (let half = 1; half < BLOCK; half *= 2) {
    for (let pair = start; pair < start + BLOCK; pair += 2 * half) {
      for (let at = pair; at < pair + half; at++) {
        const left = numbers[at] as number
        const right = numbers[at + half] as number
        numbers[at] = left + right
        numbers[at + half] = left - right
      }
    }
  }
  const scale = 1 / Math.sqrt(BLOCK)
  for (let at = start; at < start + BLOCK; at++) numbers[at] = (numbers[at] as number) * scale
}

/** Signs by a xorshift generator (Marsaglia 2003) from a fixed seed. */
function signsOf(count: number): Float32Array {
  let state = 0x9e3779b9
  return Float32Array.from({ length: count }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 1 ? -1 : 1
  })
}
