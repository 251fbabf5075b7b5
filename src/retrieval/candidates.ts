import { type QueryTerm, scoreRows } from './bm25.ts'
import type { SearchableIndex } from './searchable-index.ts'

/** A question written ahead that shares words with the one asked. */
export interface MatchedQuestion {
  /** Row of its passage. */
  readonly passage: number
  /** Lexical score, as a share of what the question asked could reach. */
  readonly score: number
}

/** What the searches found of a paragraph; 0 where one did not find it. */
export interface Candidate {
  /** Row of the paragraph. */
  readonly paragraph: number
  /** Lexical score of its best piece, as a share of what the question could reach. */
  readonly text: number
  /** Row of that piece. */
  readonly piece: number | undefined
  /** The questions written ahead for it that come nearest, best first. */
  readonly questions: readonly MatchedQuestion[]
  /** Highest cosine of its pieces and of its questions with the question asked. */
  readonly vector: number
}

export interface Candidates {
  /** Best first. */
  readonly candidates: readonly Candidate[]
  /** Lexical scores by paragraph, of those beside the candidates too. */
  readonly texts: ReadonlyMap<number, number>
}

/** How many passages the vectors may add, and how many paragraphs go on to be read. */
const VECTOR_CANDIDATES = 40
const MOST_CANDIDATES = 16
/** More questions of one paragraph say nothing new. */
const MOST_QUESTIONS = 3

/**
 * The paragraphs that may answer: the best by words, by questions written ahead and by vectors, joined.
 *
 * @param vector of the question
 */
export function findCandidates(
  query: readonly QueryTerm[],
  vector: readonly number[],
  { lexicon, passages, search }: SearchableIndex,
): Candidates {
  const paragraphOf = (passage: number) => passages.paragraphs[passage] ?? 0
  const texts = new Map<number, number>()
  const pieces = new Map<number, number>()
  const textScores = scoreRows(query, lexicon.texts)
  for (const [row, score] of textScores.scores) {
    const paragraph = paragraphOf(row)
    if (raise(texts, paragraph, score / textScores.ideal)) pieces.set(paragraph, row)
  }

  const questions = new Map<number, MatchedQuestion[]>()
  const questionScores = scoreRows(query, lexicon.questions)
  for (const [passage, score] of questionScores.scores) {
    insert(questions, paragraphOf(passage), { passage, score: score / questionScores.ideal })
  }
  const vectors = new Map<number, number>()
  const nearest = search.search(vector, VECTOR_CANDIDATES)
  for (const [place, row] of nearest.rows.entries())
    raise(vectors, paragraphOf(row), nearest.scores[place] ?? 0)

  const candidates = [...new Set([...texts.keys(), ...questions.keys(), ...vectors.keys()])]
    .map(
      (paragraph): Candidate => ({
        paragraph,
        text: texts.get(paragraph) ?? 0,
        piece: pieces.get(paragraph),
        questions: questions.get(paragraph) ?? [],
        vector: vectors.get(paragraph) ?? 0,
      }),
    )
    .sort((a, b) => firstImpression(b) - firstImpression(a) || a.paragraph - b.paragraph)
    .slice(0, MOST_CANDIDATES)
  return { candidates, texts }
}

/** Decides only who is read. */
function firstImpression({ text, questions, vector }: Candidate): number {
  return text + (questions[0]?.score ?? 0) + vector
}

/** @returns whether it is the highest so far */
function raise(scores: Map<number, number>, key: number, score: number): boolean {
  if (score <= (scores.get(key) ?? 0)) return false
  scores.set(key, score)
  return true
}

/** Keeps the best few, best first. */
function insert(lists: Map<number, MatchedQuestion[]>, key: number, question: MatchedQuestion): void {
  const list = lists.get(key)
  if (list === undefined) {
    lists.set(key, [question])
    return
  }
  const place = list.findIndex(({ score }) => score < question.score)
  if (place >= 0) list.splice(place, 0, question)
  else if (list.length < MOST_QUESTIONS) list.push(question)
  if (list.length > MOST_QUESTIONS) list.pop()
}
