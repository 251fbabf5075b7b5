import { IndexError } from '../../errors.ts'
import { type Sections, section } from './container.ts'

/**
 * Many strings in two arrays: their UTF-8 bytes one after the other and where each begins. Opening costs nothing; a
 * string is decoded when it is asked for.
 */
export class StringTable {
  readonly length: number
  private readonly bytes: Uint8Array
  /** `length + 1` positions in `bytes`, ascending. */
  private readonly offsets: Uint32Array
  /** The row that was asked for last, and its string. */
  private lastRow = Number.NaN
  private last = ''

  private constructor(bytes: Uint8Array, offsets: Uint32Array) {
    this.bytes = bytes
    this.offsets = offsets
    this.length = offsets.length - 1
  }

  static of(strings: Iterable<string>): StringTable {
    const builder = new StringTableBuilder()
    for (const text of strings) builder.add(text)
    return builder.finish()
  }

  /** @param offsets `length + 1` positions in `bytes`, ascending */
  static from(bytes: Uint8Array, offsets: Uint32Array): StringTable {
    return new StringTable(bytes, offsets)
  }

  /** @throws IndexError `damaged` where the sections hold no string table */
  static fromSections(sections: Sections): StringTable {
    const bytes = section(sections, 'bytes', Uint8Array)
    const offsets = section(sections, 'offsets', Uint32Array)
    if (offsets[0] !== 0 || offsets[offsets.length - 1] !== bytes.length) {
      throw new IndexError(
        'damaged',
        'The index file is damaged: a text does not fit. Rebuild it: npm run index',
      )
    }
    return new StringTable(bytes, offsets)
  }

  /**
   * A table of some of these strings and of others between them, without decoding any.
   *
   * @param kept 1 for each row that stays
   * @param added strings and the rows before which they go, ascending
   */
  edited(
    kept: Uint8Array,
    added: readonly { readonly before: number; readonly text: string }[],
  ): StringTable {
    const encoded = added.map(({ before, text }) => ({ before, bytes: new TextEncoder().encode(text) }))
    const addedBytes = encoded.reduce((sum, { bytes }) => sum + bytes.length, 0)
    const bytes = new Uint8Array(this.bytes.length + addedBytes)
    const offsets = new Uint32Array(this.length + added.length + 1)
    let used = 0
    let rows = 0
    const append = (text: Uint8Array) => {
      bytes.set(text, used)
      used += text.length
      offsets[++rows] = used
    }
    let next = 0
    for (let row = 0; row <= this.length; row++) {
      for (; encoded[next]?.before === row; next++) append(encoded[next]?.bytes ?? new Uint8Array())
      if (kept[row] === 1) append(this.bytes.subarray(this.offsets[row], this.offsets[row + 1]))
    }
    return new StringTable(bytes.slice(0, used), offsets.slice(0, rows + 1))
  }

  toSections(): Sections {
    return { bytes: this.bytes, offsets: this.offsets }
  }

  /** The bytes of the strings from one row up to another, one after the other. */
  bytesOf(start: number, end: number): Uint8Array {
    return this.bytes.subarray(
      this.offsets[start] ?? this.bytes.length,
      this.offsets[end] ?? this.bytes.length,
    )
  }

  /** How many bytes the strings in front of a row take. */
  offsetOf(row: number): number {
    return this.offsets[row] ?? this.bytes.length
  }

  /** @throws RangeError outside 0 … length − 1 */
  at(row: number): string {
    // Headings and titles are asked for again and again, paragraph by paragraph.
    if (row !== this.lastRow) {
      this.last = this.decode(row)
      this.lastRow = row
    }
    return this.last
  }

  /** The strings from one row up to another; decoded together, which takes a fraction of decoding one by one. */
  *slice(start: number, end: number): Generator<string> {
    for (let first = start; first < end; first += DECODED_TOGETHER) {
      const last = Math.min(end, first + DECODED_TOGETHER)
      const text = decoder.decode(this.bytesOf(first, last))
      let from = 0
      for (let row = first; row < last; row++) {
        const to = from + this.unitsOf(row)
        yield text.slice(from, to)
        from = to
      }
    }
  }

  /**
   * The first row whose string does not come before this one, by UTF-16 code unit; the table has to be in that order. No
   * string is decoded.
   */
  placeOf(text: string): number {
    const sought = encoder.encode(text)
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.comesBefore(middle, sought)) low = middle + 1
      else high = middle
    }
    return low
  }

  private comesBefore(row: number, sought: Uint8Array): boolean {
    const start = this.offsets[row] as number
    const length = (this.offsets[row + 1] as number) - start
    const shorter = Math.min(length, sought.length)
    for (let at = 0; at < shorter; at++) {
      const byte = this.bytes[start + at] as number
      const other = sought[at] as number
      if (byte !== other) return inUtf16Order(byte) < inUtf16Order(other)
    }
    return length < sought.length
  }

  /** How many UTF-16 code units a string has. */
  private unitsOf(row: number): number {
    const end = this.offsets[row + 1] as number
    let units = 0
    for (let at = this.offsets[row] as number; at < end; at++) {
      const byte = this.bytes[at] as number
      // A byte that begins a character, and one that begins a character of two code units.
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
    }
    return units
  }

  private decode(row: number): string {
    const start = this.offsets[row]
    const end = this.offsets[row + 1]
    if (start === undefined || end === undefined)
      throw new RangeError(`No string ${row} among ${this.length}`)
    return decoder.decode(this.bytes.subarray(start, end))
  }
}

/** Gathers strings one by one, or many at once from another table. */
export class StringTableBuilder {
  private readonly encoder = new TextEncoder()
  private readonly ends: number[] = [0]
  private bytes = new Uint8Array(1024)
  private used = 0

  /** @throws IndexError `unwritable` where the strings take more than 4 GiB */
  add(text: string): void {
    // A UTF-16 code unit takes at most three bytes of UTF-8.
    this.reserve(text.length * 3)
    this.used += this.encoder.encodeInto(text, this.bytes.subarray(this.used)).written
    this.endString(this.used)
  }

  /** Adds strings of another table, from one row up to another, without decoding them. */
  addFrom(table: StringTable, start: number, end: number): void {
    const bytes = table.bytesOf(start, end)
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.used)
    const shift = this.used - table.offsetOf(start)
    for (let row = start + 1; row <= end; row++) this.endString(table.offsetOf(row) + shift)
    this.used += bytes.length
  }

  finish(): StringTable {
    return StringTable.from(this.bytes.slice(0, this.used), new Uint32Array(this.ends))
  }

  private endString(end: number): void {
    if (end > MAX_BYTES) {
      const message = 'The corpus holds more than 4 GiB of text; split it into several indexes'
      throw new IndexError('unwritable', message)
    }
    this.ends.push(end)
  }

  private reserve(more: number): void {
    if (this.used + more <= this.bytes.length) return
    const grown = new Uint8Array((this.used + more) * 2)
    grown.set(this.bytes.subarray(0, this.used))
    this.bytes = grown
  }
}

/** So many strings make a text of some kilobytes. */
const DECODED_TOGETHER = 1024

/**
 * Orders the first bytes by which two UTF-8 strings differ as their UTF-16 code units would be: characters of two units
 * (bytes from F0) come before those from U+E000 (bytes EE and EF).
 */
function inUtf16Order(byte: number): number {
  if (byte < 0xee) return byte
  return byte >= 0xf0 ? byte - 2 : byte + 8
}

const encoder = new TextEncoder()

const MAX_BYTES = 2 ** 32 - 1
/** A byte order mark at the start of a paragraph is the author's. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
