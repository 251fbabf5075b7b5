import type { ExactSearch } from '../exact-search.ts'
import { TopRows } from '../top-rows.ts'
import { checkDimensions, type Nearest, type VectorSearch } from '../vector-search.ts'
import { Rotation } from './rotation.ts'
import { SketchScorer } from './score-sketches.ts'
import type { Sketches } from './sketches.ts'

/**
 * Vectors that are compared exactly after their sketches came out best: at least, for each one that is wanted, and by
 * the square root of how many there are. Of the built-in vectors so many miss about one in a hundred of the nearest ten.
 */
const LEAST = 256
const FOR_EACH = 8
const BY_ROOT = 4

/**
 * Looks at the sketches of all vectors and compares the likeliest exactly. Nothing has to be built but the sketches,
 * each from its own vector, so that an edit costs what it changes.
 */
export class SketchSearch implements VectorSearch {
  private readonly exact: ExactSearch
  private readonly scorer: SketchScorer
  private readonly rotation: Rotation

  /** @param exact over the vectors that were sketched */
  constructor(sketches: Sketches, exact: ExactSearch) {
    this.exact = exact
    this.scorer = new SketchScorer(sketches)
    this.rotation = new Rotation(exact.dimensions)
  }

  get count(): number {
    return this.exact.count
  }

  get dimensions(): number {
    return this.exact.dimensions
  }

  search(vector: ArrayLike<number>, k: number, accept?: (row: number) => boolean): Nearest {
    checkDimensions(vector, this.dimensions)
    const question = new Float32Array(this.rotation.width)
    question.set(vector)
    this.rotation.rotate(question)
    const estimates = this.scorer.estimate(question)
    const candidates = Math.max(LEAST, FOR_EACH * k, Math.ceil(BY_ROOT * Math.sqrt(this.count)))
    const likeliest = new TopRows(Math.min(candidates, this.count))
    for (let row = 0; row < estimates.length; row++)
      if (accept === undefined || accept(row)) likeliest.offer(row, estimates[row] as number)
    return this.exact.searchAmong(vector, k, likeliest.takeBest().rows)
  }
}
