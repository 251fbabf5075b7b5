import type { Passage } from '../../domain/passage.ts'
import type { StoredPassages } from '../documents/stored-passages.ts'

/** So far ahead a passage is looked for where others were taken away before it. */
const LOOK_AHEAD = 16

/**
 * For each passage the row of an earlier index with the same text, or −1. After an edit nearly all stand in the order
 * in which they stood, so each is first compared with the one behind the last that was found.
 *
 * @param sameParagraphs for each paragraph the row of the same one in the earlier index, or −1; given where passages
 *   were made of paragraphs then as they are now, so that a piece of the same words need not be read to be known
 */
export function knownRowsOf(
  passages: readonly Passage[],
  before: StoredPassages,
  sameParagraphs?: Int32Array,
): Int32Array {
  const rows = new Int32Array(passages.length).fill(-1)
  const missing = new Map<string, number[]>()
  const isAt = (row: number, text: string) =>
    before.lengthAt(row) === text.length && before.textAt(row) === text
  let expected = 0
  for (const [at, passage] of passages.entries()) {
    if (isSamePiece(passage, before, expected, sameParagraphs)) {
      rows[at] = expected++
      continue
    }
    const { text } = passage
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

function isSamePiece(
  { kind, paragraphRow, start, end }: Passage,
  before: StoredPassages,
  row: number,
  sameParagraphs: Int32Array | undefined,
): boolean {
  if (sameParagraphs === undefined || row >= before.count || kind !== 'text') return false
  if (sameParagraphs[paragraphRow] !== before.paragraphs[row] || before.kindAt(row) !== 'text') return false
  const span = before.spanAt(row)
  return span.start === start && span.end === end
}
