import type { QueryTerm } from './bm25.ts'
import { scoreRows } from './bm25.ts'
import type { SearchableIndex } from './searchable-index.ts'

/** What the two kinds of search found of a paragraph; 0 where one did not. */
export interface Candidate {
  /** Row of the paragraph. */
  readonly paragraph: number
  /** Lexical score of its best piece, as a share of what the question could reach. */
  text: number
  /** The same for the best question written ahead for it. */
  question: number
  /** Row of that question's passage. */
  questionPassage: number | undefined
  /** Highest cosine of its pieces and of its questions with the question. */
  vector: number
}

/** How many passages the vectors may add, and how many paragraphs go on to be ranked. */
const VECTOR_CANDIDATES = 40
const MOST_CANDIDATES = 40

/**
 * The paragraphs that may answer: the best by words, by questions written ahead and by vectors, joined.
 *
 * @param vector of the question
 * @returns best first; and the lexical score of every paragraph that has any
 */
export function findCandidates(
  query: readonly QueryTerm[],
  vector: readonly number[],
  { lexicon, passages, search }: SearchableIndex,
): { candidates: Candidate[]; texts: Map<number, number> } {
  const candidates = new Map<number, Candidate>()
  const candidate = (passage: number): Candidate => {
    const paragraph = passages.paragraphs[passage] ?? 0
    const known = candidates.get(paragraph)
    if (known !== undefined) return known
    const created = { paragraph, text: 0, question: 0, questionPassage: undefined, vector: 0 }
    candidates.set(paragraph, created)
    return created
  }
  const texts = scoreRows(query, lexicon.texts)
  for (const [row, score] of texts.scores) {
    const found = candidate(row)
    found.text = Math.max(found.text, score / texts.ideal)
  }
  const questions = scoreRows(query, lexicon.questions)
  for (const [row, score] of questions.scores) {
    const found = candidate(row)
    if (score / questions.ideal <= found.question) continue
    found.question = score / questions.ideal
    found.questionPassage = row
  }
  const nearest = search.search(vector, VECTOR_CANDIDATES)
  for (const [place, row] of nearest.rows.entries()) {
    const found = candidate(row)
    found.vector = Math.max(found.vector, nearest.scores[place] ?? 0)
  }
  const joined = [...candidates.values()]
    .sort(
      (a, b) =>
        b.text + b.question + b.vector - (a.text + a.question + a.vector) || a.paragraph - b.paragraph,
    )
    .slice(0, MOST_CANDIDATES)
  return {
    candidates: joined,
    texts: new Map([...candidates].map(([paragraph, { text }]) => [paragraph, text])),
  }
}
