import type { Sketches } from './sketches.ts'

/** score-sketches.wat in binary; a test compares the two. JavaScript has no instruction that counts bits. */
export const MODULE =
  'AGFzbQEAAAABCwFgB39/f39/f38AAhQBCGZvb3Rub3RlBm1lbW9yeQIAAQMCAQAHCQEFc2NvcmUAAArOAQHLAQIBfwV+A0AgAEUEQA8LIABBAWsh' +
  'AEIAIQlCACEKQgAhC0IAIQwgAyEHA0AgBCkDACEIIAkgCCAHKQMAg3t8IQkgCiAIIAcgAWopAwCDe3whCiALIAggByABQQF0aikDAIN7fCELIAwg' +
  'CCAHIAFBA2xqKQMAg3t8IQwgBEEIaiEEIAdBCGohByAHIAMgAWpJDQALIAYgBSoCACAJIApCAYYgC0IChnx8IAxCA4Z9p0EBdCACa7KUOAIAIAVB' +
  'BGohBSAGQQRqIQYMAAsL'

/** Bits of each of the question's numbers, the sign included. */
const BITS = 4
const LARGEST = 2 ** (BITS - 1) - 1
const PAGE = 65_536

type Score = (
  count: number,
  bytes: number,
  sum: number,
  planes: number,
  sketches: number,
  scales: number,
  scores: number,
) => void

/** Estimates how like a question each of many vectors is: about ten million a second. */
export class SketchScorer {
  private readonly count: number
  private readonly bytes: number
  private readonly memory: WebAssembly.Memory
  private readonly score: Score
  /** Where things lie in the memory. */
  private readonly sketches: number
  private readonly scales: number
  private readonly scores: number

  /** Takes a copy of the sketches. */
  constructor({ count, bytes, bits, scales }: Sketches) {
    this.count = count
    this.bytes = bytes
    this.sketches = BITS * bytes
    this.scales = this.sketches + count * bytes
    this.scores = this.scales + count * 4
    const pages = Math.ceil((this.scores + count * 4) / PAGE)
    this.memory = new WebAssembly.Memory({ initial: Math.max(1, pages) })
    const module = new WebAssembly.Module(
      Uint8Array.from(atob(MODULE), (character) => character.charCodeAt(0)),
    )
    const { exports } = new WebAssembly.Instance(module, { footnote: { memory: this.memory } })
    this.score = exports.score as Score
    new Uint8Array(this.memory.buffer).set(bits, this.sketches)
    new Float32Array(this.memory.buffer, this.scales, count).set(scales)
  }

  /**
   * @param question as rotated as the sketched vectors
   * @returns an estimate for each vector, in proportion to its cosine; valid until the next call
   */
  estimate(question: Float32Array): Float32Array {
    const planes = new Uint8Array(this.memory.buffer, 0, BITS * this.bytes).fill(0)
    let largest = 0
    for (const number of question) largest = Math.max(largest, Math.abs(number))
    let sum = 0
    for (let j = 0; j < question.length; j++) {
      const number = largest === 0 ? 0 : Math.round(((question[j] as number) / largest) * LARGEST)
      sum += number
      for (let bit = 0; bit < BITS; bit++) {
        const at = bit * this.bytes + (j >>> 3)
        planes[at] = (planes[at] as number) | (((number >>> bit) & 1) << (j & 7))
      }
    }
    this.score(this.count, this.bytes, sum, 0, this.sketches, this.scales, this.scores)
    return new Float32Array(this.memory.buffer, this.scores, this.count)
  }
}
