import { firstAtLeast } from '../../first-at-least.ts'
import { itemAt } from '../../item-at.ts'
import type { PassageTable } from '../searchable-index.ts'
import type { LexicalSearch, ScoredRows } from './lexical-search.ts'

/** A question written ahead that shares words with the one asked. */
export interface MatchedQuestion {
  /** Row of its passage. */
  readonly passage: number
  /** Lexical score, as a share of what the question asked could reach. */
  readonly score: number
}

type PassageRows = Pick<PassageTable, 'count' | 'paragraphs'>

/** More questions of one paragraph say nothing new. */
export const MOST_QUESTIONS = 3

/** Whether the paragraph of a row may be found. */
type Accept = (paragraphRow: number) => boolean

/** Takes the score of a passage, as a share of what the question could reach. */
type Take = (paragraphRow: number, passageRow: number, score: number) => void

/** What a search tells of passages: the best of them at once, others when their paragraphs are asked about. */
class PassageScores {
  /** Whether the search has named all that it can find. */
  readonly isWhole: boolean
  /** Whether none of the others scores more than those that it has named. */
  readonly areBest: boolean
  private readonly search: LexicalSearch
  private readonly passages: PassageRows
  private readonly found: ScoredRows

  constructor(search: LexicalSearch, passages: PassageRows, accept: Accept | undefined) {
    this.search = search
    this.passages = passages
    this.found = search.best({
      accept: accept && ((row) => accept(passages.paragraphs[row] as number)),
    })
    this.isWhole = this.found.isWhole
    this.areBest = this.found.areBest
  }

  takeFound(take: Take): void {
    this.takeAll(this.found.rows, this.found.scores, take)
  }

  takeThoseOf(paragraphRows: Iterable<number>, take: Take): void {
    const rows = passageRowsOf(paragraphRows, this.passages)
    this.takeAll(rows, this.search.scoresOf(rows), take)
  }

  private takeAll(rows: ArrayLike<number>, scores: ArrayLike<number>, take: Take): void {
    for (let at = 0; at < rows.length; at++) {
      const row = itemAt(rows, at)
      take(itemAt(this.passages.paragraphs, row), row, itemAt(scores, at) / this.search.ideal)
    }
  }
}

/** The lexical score of each paragraph is that of its best piece, as a share of what the question could reach. */
export class TextScores {
  /** By the row of the paragraph; those that score nothing are not in it. */
  readonly byParagraph = new Map<number, number>()
  private readonly pieces = new Map<number, number>()
  private readonly scores: PassageScores

  /** @param accept where given, only paragraphs for which it is true are found */
  constructor(search: LexicalSearch, passages: PassageRows, accept?: Accept) {
    this.scores = new PassageScores(search, passages, accept)
    this.scores.takeFound(this.add)
  }

  of(paragraphRow: number): number {
    return this.byParagraph.get(paragraphRow) ?? 0
  }

  /** Row of its best piece; nothing where none has a term of the question. */
  pieceOf(paragraphRow: number): number | undefined {
    return this.pieces.get(paragraphRow)
  }

  /** Looks up the scores of these paragraphs, where the search has not told all that there are. */
  complete(paragraphRows: readonly number[]): void {
    if (this.scores.isWhole) return
    this.scores.takeThoseOf(
      paragraphRows.filter((row) => !this.byParagraph.has(row)),
      this.add,
    )
  }

  private readonly add: Take = (paragraphRow, passageRow, score) => {
    if (score <= this.of(paragraphRow)) return
    this.byParagraph.set(paragraphRow, score)
    this.pieces.set(paragraphRow, passageRow)
  }
}

/** The questions written ahead for each paragraph that come nearest to the one asked. */
export class QuestionScores {
  private readonly byParagraph = new Map<number, MatchedQuestion[]>()
  private readonly scores: PassageScores

  /** @param accept where given, only paragraphs for which it is true are found */
  constructor(search: LexicalSearch, passages: PassageRows, accept?: Accept) {
    this.scores = new PassageScores(search, passages, accept)
    this.scores.takeFound(this.add)
  }

  /** Rows of the paragraphs that have such a question. */
  get paragraphRows(): Iterable<number> {
    return this.byParagraph.keys()
  }

  /** Best first. */
  of(paragraphRow: number): readonly MatchedQuestion[] {
    return this.byParagraph.get(paragraphRow) ?? []
  }

  /** Looks up the questions of these paragraphs, where the search has not told all that there are. */
  complete(paragraphRows: readonly number[]): void {
    if (this.scores.isWhole) return
    const missing = paragraphRows.filter(
      (row) => !this.scores.areBest || this.of(row).length < MOST_QUESTIONS,
    )
    for (const row of missing) this.byParagraph.delete(row)
    this.scores.takeThoseOf(missing, this.add)
  }

  private readonly add: Take = (paragraphRow, passageRow, score) => {
    if (score > 0) this.insert(paragraphRow, { passage: passageRow, score })
  }

  /** Keeps the best few, best first; of equal ones the first. */
  private insert(paragraphRow: number, question: MatchedQuestion): void {
    const list = this.byParagraph.get(paragraphRow)
    if (list === undefined) {
      this.byParagraph.set(paragraphRow, [question])
      return
    }
    const { passage, score } = question
    const place = list.findIndex(
      (other) => other.score < score || (other.score === score && other.passage > passage),
    )
    if (place >= 0) list.splice(place, 0, question)
    else if (list.length < MOST_QUESTIONS) list.push(question)
    if (list.length > MOST_QUESTIONS) list.pop()
  }
}

/** The rows of the passages of some paragraphs, ascending. */
function passageRowsOf(paragraphRows: Iterable<number>, { count, paragraphs }: PassageRows): number[] {
  const rows: number[] = []
  for (const paragraphRow of [...new Set(paragraphRows)].sort((a, b) => a - b)) {
    const first = firstAtLeast(paragraphs, paragraphRow)
    for (let row = first; row < count && paragraphs[row] === paragraphRow; row++) rows.push(row)
  }
  return rows
}
