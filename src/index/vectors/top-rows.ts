import type { Nearest } from './vector-search.ts'

/**
 * Keeps the k best of the rows it is offered; of equal ones those with the lower row. A binary heap, the worst of them
 * at the top.
 */
export class TopRows {
  private readonly rows: Int32Array
  private readonly scores: Float64Array
  private size = 0
  /** What scores less is not kept. */
  private floor: number

  constructor(k: number) {
    this.floor = k === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
    this.rows = new Int32Array(k)
    this.scores = new Float64Array(k)
  }

  offer(row: number, score: number): void {
    // Most rows are refused here: so short a method costs no call.
    if (score >= this.floor) this.keep(row, score)
  }

  /** What was kept, best first; nothing is kept any more. */
  takeBest(): { readonly rows: Int32Array; readonly scores: Float64Array } {
    const rows = new Int32Array(this.size)
    const scores = new Float64Array(this.size)
    while (this.size > 0) {
      const last = --this.size
      rows[last] = this.rows[0] as number
      scores[last] = this.scores[0] as number
      this.sink(this.rows[last] as number, this.scores[last] as number)
    }
    this.floor = this.rows.length === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
    return { rows, scores }
  }

  /** Takes the best rows with their scores as similarities. */
  takeNearest(): Nearest {
    const { rows, scores } = this.takeBest()
    return { rows, scores: Float32Array.from(scores) }
  }

  private keep(row: number, score: number): void {
    const { rows, scores } = this
    if (this.size < rows.length) this.rise(this.size++, row, score)
    else if (precedes(score, row, scores[0] as number, rows[0] as number)) this.sink(row, score)
    if (this.size === rows.length) this.floor = this.scores[0] as number
  }

  /** Puts what is new into a free place, and moves it up past all that are better. */
  private rise(place: number, row: number, score: number): void {
    const { rows, scores } = this
    let at = place
    while (at > 0) {
      const parent = (at - 1) >>> 1
      if (!precedes(scores[parent] as number, rows[parent] as number, score, row)) break
      scores[at] = scores[parent] as number
      rows[at] = rows[parent] as number
      at = parent
    }
    scores[at] = score
    rows[at] = row
  }

  /** Puts what is new in the place of the worst, and moves it down past all that are worse. */
  private sink(row: number, score: number): void {
    const { rows, scores, size } = this
    let at = 0
    for (;;) {
      let child = at * 2 + 1
      if (child >= size) break
      const other = child + 1
      if (other < size && this.follows(other, child)) child = other
      if (!precedes(score, row, scores[child] as number, rows[child] as number)) break
      scores[at] = scores[child] as number
      rows[at] = rows[child] as number
      at = child
    }
    scores[at] = score
    rows[at] = row
  }

  private follows(place: number, other: number): boolean {
    const { rows, scores } = this
    return precedes(
      scores[other] as number,
      rows[other] as number,
      scores[place] as number,
      rows[place] as number,
    )
  }
}

function precedes(score: number, row: number, otherScore: number, otherRow: number): boolean {
  return score > otherScore || (score === otherScore && row < otherRow)
}
