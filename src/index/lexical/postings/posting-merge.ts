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
  /** Where an entry comes before the one in front of it. */
  private readonly breaks: number[] = []

  /** @param rowCount rows that there are, at most */
  constructor(rowCount: number) {
    this.entries = new Float64Array(rowCount)
    this.rows = new Uint32Array(READ_AT_ONCE)
    this.counts = new Uint8Array(READ_AT_ONCE)
  }

  clear(): void {
    this.length = 0
    this.breaks.length = 0
  }

  /** @param rowOf where each row of the list goes, or −1 */
  addAll(reader: PostingReader, rowOf: Int32Array): void {
    const entries = this.entries
    const rows = this.rows
    const counts = this.counts
    let last = this.length === 0 ? -1 : (entries[this.length - 1] as number)
    while (!reader.ended) {
      const read = reader.readAtMost(READ_AT_ONCE, rows, counts)
      for (let at = 0; at < read; at++) {
        const row = rowOf[rows[at] as number] as number
        if (row < 0) continue
        const entry = row * COUNTS + (counts[at] as number)
        if (entry < last) this.breaks.push(this.length)
        entries[this.length++] = entry
        last = entry
      }
    }
  }

  /** @returns `length` entries, ascending: a row times 256 and how often it holds the term */
  sorted(): Float64Array {
    const [start, more] = this.breaks
    if (more !== undefined) this.entries.subarray(0, this.length).sort()
    else if (start !== undefined) this.mergeFrom(start)
    return this.entries
  }

  /** Merges what stands before a place with what stands from there on, from behind: mostly few with many. */
  private mergeFrom(start: number): void {
    const entries = this.entries
    const second = entries.slice(start, this.length)
    let at = start - 1
    let place = this.length - 1
    for (let other = second.length - 1; other >= 0; place--) {
      const isGreater = at >= 0 && (entries[at] as number) > (second[other] as number)
      entries[place] = (isGreater ? entries[at--] : second[other--]) as number
    }
  }
}

/** Rows that are taken over at a time. */
const READ_AT_ONCE = 1024

/** Writes one list behind the other. */
export class ListAppender {
  length = 0
  private buffer: Uint8Array
  /** What is to be copied next; `length` counts it already. */
  private copied: { readonly from: Uint8Array; readonly start: number; end: number } | undefined

  constructor(capacity: number) {
    this.buffer = new Uint8Array(capacity)
  }

  /** All that was written. */
  finish(): Uint8Array {
    this.flush()
    return this.buffer.subarray(0, this.length)
  }

  /** Copies a list that was written elsewhere; those that follow each other there are copied at once, later. */
  copy(from: Uint8Array, start: number, end: number): void {
    if (this.copied?.from !== from || this.copied.end !== start) {
      this.flush()
      this.copied = { from, start, end: start }
    }
    this.copied.end = end
    this.length += end - start
  }

  private flush(): void {
    if (this.copied === undefined) return
    const { from, start, end } = this.copied
    this.copied = undefined
    this.length -= end - start
    this.reserve(end - start)
    this.buffer.set(from.subarray(start, end), this.length)
    this.length += end - start
  }

  /** @param entries as {@link GatheredList.sorted} gives them, at least one */
  append(entries: Float64Array, frequency: number): void {
    this.flush()
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
