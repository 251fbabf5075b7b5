/**
 * The rows that hold one term, as bytes. Most rows of a frequent term are near each other and hold it once, so that one
 * or two bytes say both:
 *
 *     frequency                   how many rows there are
 *     (last row, end) …           for each block, where there is more than one; end counts from the first entry
 *     gap × 2 + more [, count]    for each row: how far it is from the row before, and how often it holds the term, where
 *                                 that is more than once
 *
 * Frequency and gaps are variable-length integers (LEB128: seven bits a byte, the lowest first); row and end of a block
 * are 32-bit little-endian, by which a reader leaps over the blocks that it does not want.
 */

/** Rows in a block. */
export const BLOCK = 64
/** Bytes that say where a block ends. */
export const BLOCK_ENTRY = 8
/** A count is kept in a byte: beyond this a term's weight hardly grows any more. */
export const MOST_OCCURRENCES = 255
/** Gap and flag must fit into 32 bits. */
export const MOST_ROWS = 2 ** 31

/** Blocks that a list of so many rows names; one alone needs no leaping. */
export function blocksOf(frequency: number): number {
  return frequency > BLOCK ? Math.ceil(frequency / BLOCK) : 0
}

/** Bytes in front of the entries. */
export function headBytes(frequency: number): number {
  return integerBytes(frequency) + blocksOf(frequency) * BLOCK_ENTRY
}

/** Where the entries of a list begin; its end where it has none. */
export function entriesOf(bytes: Uint8Array, start: number, end: number): number {
  return start < end ? start + headBytes(integerAt(bytes, start)) : end
}

/** Bytes of an entry. */
export function entryBytes(gap: number, count: number): number {
  return integerBytes(gap * 2) + (count > 1 ? 1 : 0)
}

/** @returns the position behind it */
export function writeEntry(bytes: Uint8Array, at: number, gap: number, count: number): number {
  const next = writeInteger(bytes, at, gap * 2 + (count > 1 ? 1 : 0))
  if (count === 1) return next
  bytes[next] = count
  return next + 1
}

/** @returns the position behind it */
export function writeInteger(bytes: Uint8Array, at: number, value: number): number {
  let rest = value
  let position = at
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes[position++] = (rest & 0x7f) | 0x80
  bytes[position++] = rest
  return position
}

/** The integer that begins at a position. */
export function integerAt(bytes: Uint8Array, at: number): number {
  let value = 0
  let factor = 1
  for (let position = at; ; position++) {
    // Behind the last byte it is 0, so that a damaged list ends.
    const byte = bytes[position] ?? 0
    value += (byte & 0x7f) * factor
    if (byte < 0x80) return value
    factor *= 0x80
  }
}

export function integerBytes(value: number): number {
  let bytes = 1
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes++
  return bytes
}

export function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value
  bytes[at + 1] = value >>> 8
  bytes[at + 2] = value >>> 16
  bytes[at + 3] = value >>> 24
}

export function uint32At(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24)) >>>
    0
  )
}
