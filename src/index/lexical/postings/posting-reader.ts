import { BLOCK, BLOCK_ENTRY, blocksOf, integerAt, integerBytes, uint32At } from './posting-list.ts'

/** Behind the last row of a list. */
const NO_ROW = 2 ** 32

/** Walks through the rows that hold one term, in their order, and leaps where it may. */
export class PostingReader {
  /** How many rows hold the term. */
  readonly frequency: number
  /** The row it stands at, greater than any row behind the last. */
  row = NO_ROW
  /** How often that row holds the term. */
  count = 0
  private readonly bytes: Uint8Array
  private readonly blocks: number
  /** Where the table of blocks and where the entries begin. */
  private readonly table: number
  private readonly entries: number
  private at: number
  /** Rows from the one it stands at to the end. */
  private left: number

  /** @param start where the list begins; one of no bytes has no rows */
  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes
    this.frequency = end > start ? integerAt(bytes, start) : 0
    this.blocks = blocksOf(this.frequency)
    this.table = start + integerBytes(this.frequency)
    this.entries = this.table + this.blocks * BLOCK_ENTRY
    this.at = this.entries
    this.left = this.frequency
    if (this.left > 0) this.take(0)
  }

  /** Whether it stands behind the last row. */
  get ended(): boolean {
    return this.left === 0
  }

  /** Goes on to the next row. */
  next(): void {
    if (this.left > 1) {
      this.left--
      this.take(this.row)
    } else {
      this.left = 0
      this.row = NO_ROW
    }
  }

  /** Goes on to the first row that does not come before this one; stays where it stands there already. */
  skipTo(row: number): void {
    if (this.row >= row) return
    const block = this.blockOf(row)
    const first = block * BLOCK
    if (block > 0 && first > this.frequency - this.left) {
      const before = this.table + (block - 1) * BLOCK_ENTRY
      this.at = this.entries + uint32At(this.bytes, before + 4)
      this.left = this.frequency - first
      this.left = Math.max(0, this.left)
      if (this.left > 0) this.take(uint32At(this.bytes, before))
      else this.row = NO_ROW
    }
    while (this.row < row) this.next()
  }

  /**
   * Goes on to the first row that does not come before `limit`, and tells those that do.
   *
   * @param rows room for them
   * @param counts room for how often each holds the term
   * @returns how many there were
   */
  readUntil(limit: number, rows: Uint32Array, counts: Uint8Array): number {
    return this.read(limit, this.left, rows, counts)
  }

  /** Reads at most so many of the next rows, with their counts. */
  readAtMost(most: number, rows: Uint32Array, counts: Uint8Array): number {
    return this.read(NO_ROW, most, rows, counts)
  }

  private read(limit: number, most: number, rows: Uint32Array, counts: Uint8Array): number {
    const { bytes } = this
    let { row, count, left, at } = this
    let read = 0
    while (row < limit && read < most) {
      rows[read] = row
      counts[read++] = count
      if (--left === 0) {
        row = NO_ROW
        break
      }
      let value = bytes[at++] as number
      if (value >= 0x80) {
        value &= 0x7f
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at++] as number
          value |= (byte & 0x7f) << shift
          if (byte < 0x80) break
        }
      }
      row += value >>> 1
      count = value & 1 ? (bytes[at++] as number) : 1
    }
    this.row = row
    this.count = count
    this.left = left
    this.at = at
    return read
  }

  /** The first block whose last row does not come before this one; behind the last where there is none. */
  private blockOf(row: number): number {
    let low = 0
    let high = this.blocks
    while (low < high) {
      const middle = (low + high) >>> 1
      if (uint32At(this.bytes, this.table + middle * BLOCK_ENTRY) < row) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Reads an entry. */
  private take(before: number): void {
    const { bytes } = this
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[this.at++] as number
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    this.row = before + (value >>> 1)
    this.count = value & 1 ? (bytes[this.at++] as number) : 1
  }
}
