import type { Nearest } from './vector-search.ts'

/** Keeps the k best of the rows it is offered, best first; of equal ones those with the lower row. */
export class TopRows {
  private readonly rows: Int32Array
  private readonly scores: Float32Array
  private size = 0
  /** A row must score more than this to be kept (once k are), or as much with a lower row. */
  private floor = Number.NEGATIVE_INFINITY

  constructor(k: number) {
    this.rows = new Int32Array(k)
    this.scores = new Float32Array(k)
  }

  offer(row: number, exactScore: number): void {
    // Compared as it is given back, or scores that look the same would seem out of order.
    const score = Math.fround(exactScore)
    const full = this.size === this.rows.length
    if (full && (score < this.floor || this.size === 0)) return
    let at = full ? this.size - 1 : this.size
    if (full && !precedes(score, row, this.scores[at] ?? 0, this.rows[at] ?? 0)) return
    while (at > 0 && precedes(score, row, this.scores[at - 1] ?? 0, this.rows[at - 1] ?? 0)) {
      this.scores[at] = this.scores[at - 1] ?? 0
      this.rows[at] = this.rows[at - 1] ?? 0
      at--
    }
    this.scores[at] = score
    this.rows[at] = row
    if (!full) this.size++
    if (this.size === this.rows.length) this.floor = this.scores[this.size - 1] ?? 0
  }

  nearest(): Nearest {
    return {
      rows: this.rows.slice(0, this.size),
      scores: this.scores.slice(0, this.size),
    }
  }
}

function precedes(score: number, row: number, otherScore: number, otherRow: number): boolean {
  return score > otherScore || (score === otherScore && row < otherRow)
}
