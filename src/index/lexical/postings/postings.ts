import { IndexError } from '../../../errors.ts'
import { type Sections, section } from '../../format/container.ts'
import { gatherLists, MOST_BYTES, tooLarge } from './gather-lists.ts'
import { entriesOf, integerAt } from './posting-list.ts'
import { GatheredList, ListAppender } from './posting-merge.ts'
import { PostingReader } from './posting-reader.ts'
import type { TermRows } from './term-rows.ts'

/**
 * Which rows hold a term, and how often: one list of bytes a term (see posting-list.ts). Rows that hold nothing are not
 * part of the collection and do not count as documents.
 */
export class Postings {
  readonly termCount: number
  /** Length of each row in words; 0 where a row is not part of the collection. */
  readonly lengths: Uint16Array
  readonly documentCount: number
  readonly averageLength: number
  /** Where the list of each term begins, and behind the last where it ends. */
  private readonly starts: Uint32Array
  private readonly lists: Uint8Array

  private constructor(starts: Uint32Array, lists: Uint8Array, lengths: Uint16Array) {
    this.termCount = starts.length - 1
    this.starts = starts
    this.lists = lists
    this.lengths = lengths
    let documents = 0
    let total = 0
    for (const length of lengths) {
      if (length > 0) documents++
      total += length
    }
    this.documentCount = documents
    this.averageLength = documents === 0 ? 1 : total / documents
  }

  /**
   * @param occurrences by row
   * @param lengths of the rows, in words; at least 1 for a row that is part of the collection
   * @throws IndexError `unwritable` where the lists need more than 4 GiB
   */
  static of(termCount: number, occurrences: TermRows, lengths: Uint16Array): Postings {
    const { starts, lists } = gatherLists(termCount, occurrences)
    return new Postings(starts, lists, lengths)
  }

  /** @throws IndexError `damaged` where the sections hold no postings */
  static fromSections(sections: Sections): Postings {
    const starts = section(sections, 'starts', Uint32Array)
    const lists = section(sections, 'lists', Uint8Array)
    if (starts.length === 0 || starts[starts.length - 1] !== lists.length) {
      const message = 'The index file is damaged: its terms do not fit. Rebuild it: npm run index'
      throw new IndexError('damaged', message)
    }
    return new Postings(starts, lists, section(sections, 'lengths', Uint16Array))
  }

  toSections(): Sections {
    return { starts: this.starts, lists: this.lists, lengths: this.lengths }
  }

  /** Reads the rows that hold a term; none for a term that there is not. */
  reader(term: number): PostingReader {
    return new PostingReader(this.lists, this.startOf(term), this.startOf(term + 1))
  }

  /** Whether a row holds the term. */
  has(term: number, row: number): boolean {
    const reader = this.reader(term)
    reader.skipTo(row)
    return reader.row === row
  }

  private bytesOf(term: number): number {
    return this.startOf(term + 1) - this.startOf(term)
  }

  /** The terms, marked by 1, that stand in a row which goes elsewhere or is left out. */
  private touchedBy(rowOf: Int32Array): Uint8Array {
    const moved = rowOf.map((_, row) => row).filter((row) => rowOf[row] !== row)
    const touched = new Uint8Array(this.termCount)
    for (let term = 0; term < this.termCount; term++) {
      const start = this.startOf(term)
      const end = this.startOf(term + 1)
      if (end - start > LONG_LIST) touched[term] = holdsAny(this.reader(term), moved, rowOf) ? 1 : 0
      else if (start < end) touched[term] = this.shortListHoldsAny(start, end, rowOf) ? 1 : 0
    }
    return touched
  }

  /** Most lists are short: making a reader would take longer than reading them. */
  private shortListHoldsAny(start: number, end: number, rowOf: Int32Array): boolean {
    let row = 0
    for (let at = entriesOf(this.lists, start, end); at < end; ) {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const byte = this.lists[at++] as number
        value |= (byte & 0x7f) << shift
        if (byte < 0x80) break
      }
      row += value >>> 1
      at += value & 1
      if (rowOf[row] !== row) return true
    }
    return false
  }

  private startOf(term: number): number {
    return this.starts[term] ?? this.lists.length
  }

  /** Whether any row holds the term. */
  holds(term: number): boolean {
    return this.startOf(term) < this.startOf(term + 1)
  }

  /** How many rows hold the term. */
  documentFrequency(term: number): number {
    return this.holds(term) ? integerAt(this.lists, this.startOf(term)) : 0
  }

  /**
   * The rows of several collections in one; a term has the same number in all of them.
   *
   * @param lengths of the rows that there are then
   * @throws IndexError `unwritable` where the lists need more than 4 GiB
   */
  static merged(termCount: number, parts: readonly PostingsPart[], lengths: Uint16Array): Postings {
    const starts = new Uint32Array(termCount + 1)
    if (parts.every(({ postings }) => postings.lists.length === 0))
      return new Postings(starts, new Uint8Array(), lengths)
    const writer = new ListAppender(
      parts.reduce((bytes, { postings }) => bytes + postings.lists.length, 1024),
    )
    const list = new GatheredList(lengths.length)
    const [first, ...others] = parts
    const touched = first?.postings.touchedBy(first.rowOf)
    for (let term = 0; first && term < termCount; term++) {
      const isAlone = touched?.[term] !== 1 && others.every(({ postings }) => !postings.holds(term))
      if (isAlone) {
        writer.copy(first.postings.lists, first.postings.startOf(term), first.postings.startOf(term + 1))
      } else {
        list.clear()
        for (const { postings, rowOf } of parts) list.addAll(postings.reader(term), rowOf)
        if (list.length > 0) writer.append(list.sorted(), list.length)
      }
      if (writer.length > MOST_BYTES) throw tooLarge()
      starts[term + 1] = writer.length
    }
    return new Postings(starts, writer.finish(), lengths)
  }

  /**
   * The same rows under other numbers of the terms. A term without rows may be left without a number.
   *
   * @param places for each term, its new number
   */
  renumbered(places: Uint32Array, termCount: number): Postings {
    const starts = new Uint32Array(termCount + 1)
    if (this.lists.length === 0) return new Postings(starts, this.lists, this.lengths)
    for (let term = 0; term < places.length; term++) {
      if (this.holds(term)) starts[(places[term] as number) + 1] = this.bytesOf(term)
    }
    for (let term = 0; term < termCount; term++)
      starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number)
    const lists = new Uint8Array(this.lists.length)
    // Terms that follow each other mostly still do: what lies between two that do not is copied at once.
    for (let term = 0; term < places.length; ) {
      const first = term++
      let end = (starts[places[first] as number] as number) + this.bytesOf(first)
      while (term < places.length && (!this.holds(term) || starts[places[term] as number] === end))
        end += this.bytesOf(term++)
      const copied = this.lists.subarray(this.startOf(first), this.startOf(term))
      if (copied.length > 0) lists.set(copied, end - copied.length)
    }
    return new Postings(starts, lists, this.lengths)
  }
}

/** Rows of one collection and where they stand in another. */
export interface PostingsPart {
  readonly postings: Postings
  /** For each row, its number in the other collection, or −1 where it is left out. No number comes twice. */
  readonly rowOf: Int32Array
}

/** Lists longer than this many bytes are skipped through block by block. */
const LONG_LIST = 512

/** @param moved rows that go elsewhere or are left out, ascending */
function holdsAny(reader: PostingReader, moved: Int32Array, rowOf: Int32Array): boolean {
  for (let at = 0; at < moved.length && !reader.ended; at++) {
    reader.skipTo(moved[at] as number)
    if (!reader.ended && rowOf[reader.row] !== reader.row) return true
  }
  return false
}
