import {
  BLOCK,
  BLOCK_ENTRY,
  blocksOf,
  headBytes,
  integerBytes,
  writeEntry,
  writeInteger,
  writeUint32,
} from './posting-list.ts'
import type { PostingReader } from './posting-reader.ts'

/** A row and how often it holds the term, in one number that sorts by the row. */
const COUNTS = 256
/** An entry takes at most five bytes for the gap and one for the count. */
const MOST_ENTRY_BYTES = 6

/** The rows that hold one term, from several lists. */
export class GatheredList {
  length = 0
  private readonly entries: Float64Array
  private readonly rows: Uint32Array
  private readonly counts: Uint8Array
  private ascending = true

  /** @param rowCount rows that there are, at most */
  constructor(rowCount: number) {
    this.entries = new Float64Array(rowCount)
    this.rows = new Uint32Array(READ_AT_ONCE)
    this.counts = new Uint8Array(READ_AT_ONCE)
  }

  clear(): void {
    this.length = 0
    this.ascending = true
  }

  /** @param rowOf where each row of the list goes, or −1 */
  addAll(reader: PostingReader, rowOf: Int32Array): void {
    const { entries, rows, counts } = this
    let last = this.length === 0 ? -1 : (entries[this.length - 1] as number)
    while (!reader.ended) {
      const read = reader.readAtMost(READ_AT_ONCE, rows, counts)
      for (let at = 0; at < read; at++) {
        const row = rowOf[rows[at] as number] as number
        if (row < 0) continue
        const entry = row * COUNTS + (counts[at] as number)
        if (entry < last) this.ascending = false
        entries[this.length++] = entry
        last = entry
      }
    }
  }

  /** @returns `length` entries, ascending: a row times 256 and how often it holds the term */
  sorted(): Float64Array {
    if (!this.ascending) this.entries.subarray(0, this.length).sort()
    return this.entries
  }
}

/** Rows that are taken over at a time. */
const READ_AT_ONCE = 1024

/** Writes one list behind the other. */
export class ListAppender {
  length = 0
  private buffer: Uint8Array

  constructor(capacity: number) {
    this.buffer = new Uint8Array(capacity)
  }

  get written(): Uint8Array {
    return this.buffer.slice(0, this.length)
  }

  /** @param entries as {@link GatheredList.sorted} gives them, at least one */
  append(entries: Float64Array, frequency: number): void {
    this.reserve(headBytes(frequency) + frequency * MOST_ENTRY_BYTES)
    const bytes = this.buffer
    const table = this.length + integerBytes(frequency)
    const first = table + blocksOf(frequency) * BLOCK_ENTRY
    writeInteger(bytes, this.length, frequency)
    let before = 0
    let end = first
    for (let at = 0; at < frequency; at++) {
      const entry = entries[at] as number
      const row = Math.floor(entry / COUNTS)
      end = writeEntry(bytes, end, row - before, entry - row * COUNTS)
      before = row
      if (frequency > BLOCK && ((at + 1) % BLOCK === 0 || at + 1 === frequency)) {
        const block = table + Math.floor(at / BLOCK) * BLOCK_ENTRY
        writeUint32(bytes, block, row)
        writeUint32(bytes, block + 4, end - first)
      }
    }
    this.length = end
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return
    const grown = new Uint8Array(Math.max(this.length + more, Math.ceil(this.buffer.length * 1.2)))
    grown.set(this.buffer.subarray(0, this.length))
    this.buffer = grown
  }
}
