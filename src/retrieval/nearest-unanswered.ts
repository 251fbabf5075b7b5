import type { Lexicon } from '../index/lexicon.ts'
import { termsOf } from '../text/terms.ts'
import { analyseQuestion } from './analyse-question.ts'
import { scoreRows } from './bm25.ts'
import { WHOLE_KINDS } from './sentence-coverage.ts'
import type { QuestionPart } from './standalone-question.ts'

/** How near a question comes to the nearest one that the corpus is known not to answer. */
export interface NearestUnanswered {
  /** How much of the question asked it says, as a share. */
  readonly score: number
  /** How much of it the question asked says, 0–1. */
  readonly shared: number
}

const NONE: NearestUnanswered = { score: 0, shared: 0 }

export function nearestUnanswered(
  parts: readonly QuestionPart[],
  { dictionary, unanswered }: Lexicon,
): NearestUnanswered {
  const { vocabulary, postings, texts } = unanswered
  if (texts.length === 0) return NONE
  const query = analyseQuestion(parts, { dictionary, vocabulary })
  const { scores, ideal } = scoreRows(query, postings)
  let nearest: { row: number; score: number } | undefined
  for (const [row, score] of scores) if (score > (nearest?.score ?? 0)) nearest = { row, score }
  if (nearest === undefined) return NONE

  const similarities = new Map<string, number>()
  for (const { expansions } of query) {
    for (const { term, similarity } of expansions) {
      const key = vocabulary.key(term)
      similarities.set(key, Math.max(similarity, similarities.get(key) ?? 0))
    }
  }
  const words = [...termsOf(texts.at(nearest.row), dictionary)].filter(([, { kind }]) =>
    WHOLE_KINDS.has(kind),
  )
  const shared = words.reduce((sum, [key]) => sum + (similarities.get(key) ?? 0), 0)
  return { score: nearest.score / ideal, shared: words.length === 0 ? 0 : shared / words.length }
}
