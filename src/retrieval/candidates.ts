import { TopRows } from '../index/vectors/top-rows.ts'
import type { VectorSearch } from '../index/vectors/vector-search.ts'
import { itemAt } from '../item-at.ts'
import { distinctParagraphs } from './distinct-paragraphs.ts'
import type { QueryTerm } from './lexical/bm25.ts'
import { LexicalSearch } from './lexical/lexical-search.ts'
import { type MatchedPassage, ParagraphScores } from './lexical/paragraph-scores.ts'
import type { PassageTable, SearchableIndex } from './searchable-index.ts'
import { Topic } from './topic.ts'

/** What the searches found of a paragraph; 0 where one did not find it. */
export interface Candidate {
  readonly paragraphRow: number
  /** Lexical score of its best piece and the headings above it, as a share of what the question could reach. */
  readonly lexicalScore: number
  /** Row of that piece. */
  readonly piece: number | undefined
  /** The questions written ahead for it that come nearest, best first. */
  readonly questions: readonly MatchedPassage[]
  /** Highest cosine of its pieces and of its questions with the question asked. */
  readonly cosine: number
}

/** More questions of one paragraph say nothing new. */
export const MOST_QUESTIONS = 3
/** How many passages the vectors may add, and how many paragraphs go on to be read. */
const VECTOR_CANDIDATES = 40
const MOST_CANDIDATES = 24
/**
 * Of those that are read, so many at least for which no written question comes near, if there are any: a paragraph that
 * has just been edited, or that nobody has written about yet, would be crowded out by what was written about others.
 */
const LEAST_UNWRITTEN = 4
/** What the paragraph beside one says, and the cosine of its vector, count so much towards it being read. */
const BESIDE = 0.25
const COSINE = 0.15
/** The nearest by vectors are read, whatever their words are. */
const LEAST_NEAREST = 2
/** How many paragraphs have all their scores looked up before the best are chosen. */
const SHORTLIST = 80
/** So many are compared with one another, so that fifty copies of a text leave the others their places. */
const MOST_COMPARED = 200

/**
 * The paragraphs that may answer: the best by words, by questions written ahead and by vectors, joined.
 *
 * @param vector of the question; without it, words alone find
 * @param accept where given, only paragraphs for whose row it is true are found
 * @param topic of the conversation
 */
export function findCandidates(
  query: readonly QueryTerm[],
  vector: readonly number[] | undefined,
  { library, lexicalIndex, passages, search }: SearchableIndex,
  accept?: (paragraphRow: number) => boolean,
  topic: Topic = new Topic([], library),
): Candidate[] {
  const count = library.paragraphCount
  const inTexts = new LexicalSearch(query, lexicalIndex.texts, { headings: lexicalIndex.headings })
  const texts = new ParagraphScores(inTexts, passages, count, accept)
  const inQuestions = new LexicalSearch(query, lexicalIndex.questions)
  const questions = new ParagraphScores(inQuestions, passages, count, accept)
  const cosines = new Float64Array(count)
  if (vector) addCosines(cosines, vector, passages, search, accept)

  /** Decides only who is read. */
  const firstImpression = (row: number) =>
    (texts.shares[row] as number) +
    BESIDE * Math.max(texts.shares[row - 1] ?? 0, texts.shares[row + 1] ?? 0) +
    (questions.shares[row] as number) +
    COSINE * (cosines[row] as number) +
    topic.inFirstImpression(row)
  const best = (rows: readonly number[], most: number) => {
    const top = new TopRows(most)
    for (const row of rows) top.offer(row, firstImpression(row))
    return [...top.takeBest().rows]
  }
  const met: number[] = []
  for (let row = 0; row < count; row++)
    if (texts.shares[row] !== 0 || questions.shares[row] !== 0 || cosines[row] !== 0) met.push(row)
  const distinct = distinctParagraphs(best(met, MOST_COMPARED), library)
  const shortlist = distinct.slice(0, SHORTLIST)
  texts.complete(shortlist)
  questions.complete(shortlist)
  const unwritten = best(
    distinct.filter((row) => questions.shares[row] === 0),
    LEAST_UNWRITTEN,
  )
  const byVector = shortlist.filter((row) => itemAt(cosines, row) > 0)
  byVector.sort((a, b) => itemAt(cosines, b) - itemAt(cosines, a))
  const nearest = byVector.slice(0, LEAST_NEAREST)
  const chosen = [...new Set([...unwritten, ...nearest, ...best(shortlist, MOST_CANDIDATES)])].slice(
    0,
    MOST_CANDIDATES,
  )
  return chosen.map((row) => ({
    paragraphRow: row,
    lexicalScore: itemAt(texts.shares, row),
    piece: texts.matches(row, 1)[0]?.passage,
    questions: questions.matches(row, MOST_QUESTIONS),
    cosine: itemAt(cosines, row),
  }))
}

/** Notes the cosine of the nearest passage of each paragraph that has one among the nearest. */
function addCosines(
  cosines: Float64Array,
  vector: readonly number[],
  { paragraphs }: PassageTable,
  search: VectorSearch,
  accept: ((paragraphRow: number) => boolean) | undefined,
): void {
  const acceptPassage = accept && ((row: number) => accept(itemAt(paragraphs, row)))
  const { rows, scores } = search.search(vector, VECTOR_CANDIDATES, acceptPassage)
  for (const [place, row] of rows.entries()) {
    const paragraphRow = itemAt(paragraphs, row)
    cosines[paragraphRow] = Math.max(itemAt(cosines, paragraphRow), itemAt(scores, place))
  }
}
