import type { Passage } from '../../domain/passage.ts'
import { itemAt } from '../../item-at.ts'
import type { StoredPassages } from '../documents/stored-passages.ts'
import type { StringTable } from '../format/string-table.ts'
import type { LexicalIndex } from './lexical-index.ts'

/** A lexical index of an earlier generation, and which of its rows the passages of the new one stood in. */
export interface PreviousLexicalIndex {
  readonly lexicalIndex: LexicalIndex
  readonly passages: StoredPassages
  /** For each passage of the new generation, a row of the earlier one with the same text, or −1. */
  readonly rows: Int32Array
}

/** Finds the paragraphs whose rows are the same in an earlier lexical index. */
export class LexicalIndexReuse {
  private readonly previous: PreviousLexicalIndex
  private readonly passages: readonly Passage[]
  private readonly remarks: StringTable

  constructor(previous: PreviousLexicalIndex, passages: readonly Passage[], remarks: StringTable) {
    this.previous = previous
    this.passages = passages
    this.remarks = remarks
  }

  /**
   * @param start first passage of a paragraph
   * @param end behind its last passage
   * @returns the row in which the same paragraph began, with the same passages and remarks; nothing where it changed
   */
  firstRowBefore(start: number, end: number): number | undefined {
    const { rows, passages: before, lexicalIndex } = this.previous
    const first = rows[start] ?? -1
    const last = first + (end - start) - 1
    if (first < 0 || last >= before.count) return undefined
    const paragraph = before.paragraphs[first] ?? -1
    const isWhole = before.paragraphs[first - 1] !== paragraph && before.paragraphs[last + 1] !== paragraph
    if (!isWhole || before.paragraphs[last] !== paragraph) return undefined
    for (let at = start; at < end; at++) {
      const row = first + at - start
      if (rows[at] !== row || !isSamePlace(this.passages[at], before, row)) return undefined
    }
    const remark = this.remarks.at(itemAt(this.passages, start).paragraphRow)
    return lexicalIndex.remarks.at(paragraph) === remark ? first : undefined
  }
}

/** Whether a passage of the same text is also of the same kind and span. */
function isSamePlace(passage: Passage | undefined, before: StoredPassages, row: number): boolean {
  const { start, end } = before.spanAt(row)
  return passage?.kind === before.kindAt(row) && passage.start === start && passage.end === end
}
