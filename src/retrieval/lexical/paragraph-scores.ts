import { firstAtLeast } from '../../first-at-least.ts'
import { TopRows } from '../../index/vectors/top-rows.ts'
import { itemAt } from '../../item-at.ts'
import type { PassageTable } from '../searchable-index.ts'
import type { LexicalSearch } from './lexical-search.ts'

/** A passage that shares words with the question. */
export interface MatchedPassage {
  /** Its row. */
  readonly passage: number
  /** Lexical score, as a share of what the question could reach. */
  readonly score: number
}

/** What is known of passages by row: for each, the row of its paragraph, ascending. */
type PassageRows = Pick<PassageTable, 'count' | 'paragraphs'>

/** Whether the paragraph of a row may be found. */
type Accept = (paragraphRow: number) => boolean

/**
 * What a search over the words of passages tells of paragraphs. Ask it before the next search of the same collection,
 * which takes its room.
 */
export class ParagraphScores {
  private readonly search: LexicalSearch
  private readonly passages: PassageRows
  private readonly scores: Float64Array
  private readonly isWhole: boolean
  /** The score of the best passage by the row of its paragraph; 0 where none has a term of the question. */
  private readonly best: Float64Array

  /**
   * @param paragraphCount paragraphs that there are
   * @param accept where given, only paragraphs for which it is true are found
   */
  constructor(search: LexicalSearch, passages: PassageRows, paragraphCount: number, accept?: Accept) {
    this.search = search
    this.passages = passages
    this.best = new Float64Array(paragraphCount)
    const { paragraphs } = passages
    const { scores, isWhole } = search.all(accept && ((row) => accept(paragraphs[row] as number)))
    this.scores = scores
    this.isWhole = isWhole
    const best = this.best
    for (let row = 0; row < scores.length; row++) {
      const score = scores[row] as number
      if (score === 0) continue
      const paragraphRow = paragraphs[row] as number
      if (score > (best[paragraphRow] as number) && (accept === undefined || accept(paragraphRow)))
        best[paragraphRow] = score
    }
  }

  /** The score of its best passage, as a share of what the question could reach; 0 for rows that there are not. */
  of(paragraphRow: number): number {
    const score = this.best[paragraphRow] ?? 0
    return score === 0 ? 0 : score / this.search.ideal
  }

  /** Its passages that have a term of the question, best first; of equal ones the first. */
  matches(paragraphRow: number, most: number): MatchedPassage[] {
    if (!this.best[paragraphRow]) return []
    const { start, end } = this.passagesOf(paragraphRow)
    const top = new TopRows(most)
    for (let row = start; row < end; row++) {
      const score = itemAt(this.scores, row)
      if (score > 0) top.offer(row, score)
    }
    const { rows, scores } = top.takeBest()
    return Array.from(rows, (passage, at) => ({ passage, score: itemAt(scores, at) / this.search.ideal }))
  }

  /** Looks up the scores of these paragraphs, where the search has not told all that there are. */
  complete(paragraphRows: readonly number[]): void {
    if (this.isWhole) return
    const rows: number[] = []
    for (const paragraphRow of [...paragraphRows].sort((a, b) => a - b)) {
      const { start, end } = this.passagesOf(paragraphRow)
      for (let row = start; row < end; row++) rows.push(row)
    }
    for (const [at, score] of this.search.scoresOf(rows).entries()) {
      const row = itemAt(rows, at)
      const paragraphRow = itemAt(this.passages.paragraphs, row)
      this.scores[row] = score
      if (score > itemAt(this.best, paragraphRow)) this.best[paragraphRow] = score
    }
  }

  private passagesOf(paragraphRow: number): { readonly start: number; readonly end: number } {
    const { count, paragraphs } = this.passages
    const start = firstAtLeast(paragraphs, paragraphRow)
    let end = start
    while (end < count && paragraphs[end] === paragraphRow) end++
    return { start, end }
  }
}
