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
  /**
   * The score of the best passage of each paragraph by its row, as a share of what the question could reach; 0 where
   * none has a term of the question.
   */
  readonly shares: Float64Array
  private readonly search: LexicalSearch
  private readonly passages: PassageRows
  private readonly scores: Float64Array
  private readonly isWhole: boolean

  /**
   * @param paragraphCount paragraphs that there are
   * @param accept where given, only paragraphs for which it is true are found
   */
  constructor(search: LexicalSearch, passages: PassageRows, paragraphCount: number, accept?: Accept) {
    this.search = search
    this.passages = passages
    this.shares = new Float64Array(paragraphCount)
    const { paragraphs } = passages
    const { scores, isWhole } = search.all(accept && ((row) => accept(paragraphs[row] as number)))
    this.scores = scores
    this.isWhole = isWhole
    const shares = this.shares
    for (let row = 0; row < scores.length; row++) {
      if (scores[row] === 0) continue
      const paragraphRow = paragraphs[row] as number
      const share = this.shareOf(row)
      if (share > (shares[paragraphRow] as number) && (accept === undefined || accept(paragraphRow)))
        shares[paragraphRow] = share
    }
  }

  /** Its passages that have a term of the question, best first; of equal ones the first. */
  matches(paragraphRow: number, most: number): MatchedPassage[] {
    if (!this.shares[paragraphRow]) return []
    const { start, end } = this.passagesOf(paragraphRow)
    const top = new TopRows(most)
    for (let row = start; row < end; row++) {
      const score = itemAt(this.scores, row)
      if (score > 0) top.offer(row, score)
    }
    return Array.from(top.takeBest().rows, (passage) => ({ passage, score: this.shareOf(passage) }))
  }

  /** Looks up the scores of these paragraphs, where the search has not told all that there are. */
  complete(paragraphRows: readonly number[]): void {
    if (this.isWhole) return
    const rows: number[] = []
    for (const paragraphRow of [...paragraphRows].sort((a, b) => a - b)) {
      const { start, end } = this.passagesOf(paragraphRow)
      for (let row = start; row < end; row++) if (this.scores[row] === 0) rows.push(row)
    }
    for (const [at, score] of this.search.scoresOf(rows).entries()) {
      if (score === 0) continue
      const row = itemAt(rows, at)
      const paragraphRow = itemAt(this.passages.paragraphs, row)
      this.scores[row] = score
      this.shares[paragraphRow] = Math.max(itemAt(this.shares, paragraphRow), this.shareOf(row))
    }
  }

  private shareOf(passageRow: number): number {
    return (this.scores[passageRow] as number) / this.search.ideal
  }

  private passagesOf(paragraphRow: number): { readonly start: number; readonly end: number } {
    const { count, paragraphs } = this.passages
    const start = firstAtLeast(paragraphs, paragraphRow)
    let end = start
    while (end < count && paragraphs[end] === paragraphRow) end++
    return { start, end }
  }
}
