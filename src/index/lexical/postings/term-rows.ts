/**
 * The terms of each row and how often they stand there, row after row in growing typed arrays: what postings are
 * gathered from, without an object for each of many millions of occurrences.
 */
export class TermRows {
  private readonly ends: GrowingArray = new GrowingArray()
  private readonly termList: GrowingArray = new GrowingArray()
  private readonly countList: GrowingArray = new GrowingArray()

  get rowCount(): number {
    return this.ends.length
  }

  /** The terms of all rows, one row after the other. */
  get terms(): Uint32Array {
    return this.termList.filled
  }

  get counts(): Uint32Array {
    return this.countList.filled
  }

  /** Where the occurrences of a row begin; those of the row before end there. */
  startOf(row: number): number {
    return row === 0 ? 0 : (this.ends.filled[row - 1] as number)
  }

  /** Adds an occurrence to the row that is being written. */
  add(term: number, count: number): void {
    this.termList.push(term)
    this.countList.push(count)
  }

  /** The row that is being written is complete, maybe without a term; the next one begins. */
  endRow(): void {
    this.ends.push(this.termList.length)
  }
}

class GrowingArray {
  length = 0
  private buffer = new Uint32Array(1024)

  get filled(): Uint32Array {
    return this.buffer.subarray(0, this.length)
  }

  push(value: number): void {
    if (this.length === this.buffer.length) this.reserve(1)
    this.buffer[this.length++] = value
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return
    const grown = new Uint32Array(Math.max(this.length + more, this.buffer.length * 2))
    grown.set(this.filled)
    this.buffer = grown
  }
}
