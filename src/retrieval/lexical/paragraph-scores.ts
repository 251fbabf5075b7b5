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
type Accept = (paragraph: number) => boolean

/** Takes the score of a passage, as a share of what the question could reach. */
type Take = (paragraph: number, row: number, score: number) => void

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
    this.found = search.best(accept && ((row) => accept(passages.paragraphs[row] as number)))
    this.isWhole = this.found.isWhole
    this.areBest = this.found.areBest
  }

  takeFound(take: Take): void {
    this.takeAll(this.found.rows, this.found.scores, take)
  }

  takeThoseOf(paragraphs: Iterable<number>, take: Take): void {
    const rows = rowsOf(paragraphs, this.passages)
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
  readonly byParagraph = new Map<number, number>()
  private readonly pieces = new Map<number, number>()
  private readonly scores: PassageScores

  /** @param accept where given, only paragraphs for which it is true are found */
  constructor(search: LexicalSearch, passages: PassageRows, accept?: Accept) {
    this.scores = new PassageScores(search, passages, accept)
    this.scores.takeFound(this.add)
  }

  of(paragraph: number): number {
    return this.byParagraph.get(paragraph) ?? 0
  }

  /** Row of its best piece; nothing where none has a term of the question. */
  pieceOf(paragraph: number): number | undefined {
    return this.pieces.get(paragraph)
  }

  /** Looks up the scores of these paragraphs, where the search has not told all that there are. */
  complete(paragraphs: readonly number[]): void {
    if (this.scores.isWhole) return
    this.scores.takeThoseOf(
      paragraphs.filter((paragraph) => !this.byParagraph.has(paragraph)),
      this.add,
    )
  }

  private readonly add: Take = (paragraph, row, score) => {
    if (score <= this.of(paragraph)) return
    this.byParagraph.set(paragraph, score)
    this.pieces.set(paragraph, row)
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

  get paragraphs(): Iterable<number> {
    return this.byParagraph.keys()
  }

  /** Best first. */
  of(paragraph: number): readonly MatchedQuestion[] {
    return this.byParagraph.get(paragraph) ?? []
  }

  /** Looks up the questions of these paragraphs, where the search has not told all that there are. */
  complete(paragraphs: readonly number[]): void {
    if (this.scores.isWhole) return
    const missing = paragraphs.filter(
      (paragraph) => !this.scores.areBest || this.of(paragraph).length < MOST_QUESTIONS,
    )
    for (const paragraph of missing) this.byParagraph.delete(paragraph)
    this.scores.takeThoseOf(missing, this.add)
  }

  private readonly add: Take = (paragraph, passage, score) => {
    if (score > 0) this.insert(paragraph, { passage, score })
  }

  /** Keeps the best few, best first; of equal ones the first. */
  private insert(paragraph: number, question: MatchedQuestion): void {
    const list = this.byParagraph.get(paragraph)
    if (list === undefined) {
      this.byParagraph.set(paragraph, [question])
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
function rowsOf(paragraphs: Iterable<number>, { count, paragraphs: paragraphOf }: PassageRows): number[] {
  const rows: number[] = []
  for (const paragraph of [...new Set(paragraphs)].sort((a, b) => a - b)) {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (itemAt(paragraphOf, middle) < paragraph) low = middle + 1
      else high = middle
    }
    for (let row = low; row < count && paragraphOf[row] === paragraph; row++) rows.push(row)
  }
  return rows
}
