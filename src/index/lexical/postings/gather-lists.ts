import { IndexError } from '../../../errors.ts'
import { itemAt } from '../../../item-at.ts'
import {
  BLOCK,
  BLOCK_ENTRY,
  blocksOf,
  entryBytes,
  headBytes,
  integerBytes,
  MOST_OCCURRENCES,
  MOST_ROWS,
  writeEntry,
  writeInteger,
  writeUint32,
} from './posting-list.ts'
import type { TermRows } from './term-rows.ts'

/** Positions in the lists of all terms are kept in 32 bits. */
export const MOST_BYTES = 2 ** 32 - 1

/** The lists of all terms, one behind the other. */
export interface Lists {
  /** Where the list of each term begins, and behind the last where it ends. */
  readonly starts: Uint32Array
  readonly lists: Uint8Array
}

/**
 * Makes lists by term of what stands there by row.
 *
 * @throws IndexError `unwritable` where they need more than 4 GiB
 */
export function gatherLists(termCount: number, occurrences: TermRows): Lists {
  const { starts, frequencies } = measure(termCount, occurrences)
  const lists = new Uint8Array(itemAt(starts, termCount))
  const writer = new ListWriter(lists, starts, frequencies)
  const { terms, counts, rowCount } = occurrences
  for (let row = 0, at = 0; row < rowCount; row++) {
    for (const end = occurrences.startOf(row + 1); at < end; at++)
      writer.add(terms[at] as number, row, occurrencesOf(counts[at] as number))
  }
  return { starts, lists }
}

function occurrencesOf(count: number): number {
  return Math.min(MOST_OCCURRENCES, Math.max(1, count))
}

/** How long the lists of the terms will be. */
function measure(
  termCount: number,
  occurrences: TermRows,
): { readonly starts: Uint32Array; readonly frequencies: Uint32Array } {
  const { terms, counts, rowCount } = occurrences
  if (rowCount > MOST_ROWS) throw tooLarge()
  const frequencies = new Uint32Array(termCount)
  const lastRows = new Uint32Array(termCount)
  const starts = new Uint32Array(termCount + 1)
  for (let row = 0, at = 0; row < rowCount; row++) {
    for (const end = occurrences.startOf(row + 1); at < end; at++) {
      const term = terms[at] as number
      const gap = row - (lastRows[term] as number)
      starts[term + 1] = (starts[term + 1] as number) + entryBytes(gap, occurrencesOf(counts[at] as number))
      frequencies[term] = (frequencies[term] as number) + 1
      lastRows[term] = row
    }
  }
  let total = 0
  for (let term = 0; term < termCount; term++) {
    const frequency = frequencies[term] as number
    total += (starts[term + 1] as number) + (frequency === 0 ? 0 : headBytes(frequency))
    if (total > MOST_BYTES) throw tooLarge()
    starts[term + 1] = total
  }
  return { starts, frequencies }
}

/** Writes the lists of all terms at the same time, row after row. */
class ListWriter {
  private readonly lists: Uint8Array
  private readonly starts: Uint32Array
  private readonly frequencies: Uint32Array
  /** For each term, how many entries are written, the last row among them, and where the next one goes. */
  private readonly written: Uint32Array
  private readonly lastRows: Uint32Array
  private readonly next: Uint32Array

  constructor(lists: Uint8Array, starts: Uint32Array, frequencies: Uint32Array) {
    this.lists = lists
    this.starts = starts
    this.frequencies = frequencies
    this.written = new Uint32Array(frequencies.length)
    this.lastRows = new Uint32Array(frequencies.length)
    this.next = starts.slice(0, frequencies.length)
    for (let term = 0; term < frequencies.length; term++) {
      const frequency = frequencies[term] as number
      if (frequency === 0) continue
      writeInteger(lists, starts[term] as number, frequency)
      this.next[term] = (starts[term] as number) + headBytes(frequency)
    }
  }

  add(term: number, row: number, count: number): void {
    const gap = row - (this.lastRows[term] as number)
    const end = writeEntry(this.lists, this.next[term] as number, gap, count)
    const written = (this.written[term] as number) + 1
    this.next[term] = end
    this.lastRows[term] = row
    this.written[term] = written
    const frequency = this.frequencies[term] as number
    if (frequency > BLOCK && (written % BLOCK === 0 || written === frequency))
      this.endBlock(term, row, end, Math.ceil(written / BLOCK) - 1)
  }

  private endBlock(term: number, row: number, end: number, block: number): void {
    const frequency = this.frequencies[term] as number
    const table = (this.starts[term] as number) + integerBytes(frequency)
    const entries = table + blocksOf(frequency) * BLOCK_ENTRY
    writeUint32(this.lists, table + block * BLOCK_ENTRY, row)
    writeUint32(this.lists, table + block * BLOCK_ENTRY + 4, end - entries)
  }
}

export function tooLarge(): IndexError {
  return new IndexError('unwritable', 'The corpus is too large for one index; split it into several')
}
