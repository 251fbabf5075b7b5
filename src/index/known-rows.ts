import type { Passage } from '../domain.ts'
import type { StoredPassages } from './stored-passages.ts'

/** So far ahead a passage is looked for where others were taken away before it. */
const LOOK_AHEAD = 16

/**
 * For each passage the row of an earlier index with the same text, or −1. After an edit nearly all stand in the order
 * in which they stood, so each is first compared with the one behind the last that was found.
 */
export function knownRowsOf(passages: readonly Passage[], before: StoredPassages): Int32Array {
  const rows = new Int32Array(passages.length).fill(-1)
  const missing = new Map<string, number[]>()
  const isAt = (row: number, text: string) =>
    before.lengthAt(row) === text.length && before.textAt(row) === text
  let expected = 0
  for (const [at, { text }] of passages.entries()) {
    const end = Math.min(before.count, expected + LOOK_AHEAD)
    let row = expected
    while (row < end && !isAt(row, text)) row++
    if (row < end) {
      rows[at] = row
      expected = row + 1
    } else {
      const places = missing.get(text)
      if (places) places.push(at)
      else missing.set(text, [at])
    }
  }
  if (missing.size === 0) return rows
  const lengths = new Set([...missing.keys()].map(({ length }) => length))
  for (let row = 0; row < before.count; row++) {
    if (!lengths.has(before.lengthAt(row))) continue
    for (const at of missing.get(before.textAt(row)) ?? []) rows[at] = row
  }
  return rows
}
