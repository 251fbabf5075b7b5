import type { Lexicon } from '../index/lexicon.ts'
import type { TermReader } from '../text/term-reader.ts'
import { analyseQuestion } from './analyse-question.ts'
import { scoreRows } from './bm25.ts'
import { WHOLE_KINDS } from './sentence-coverage.ts'
import type { QuestionPart } from './standalone-question.ts'

/** So many of the questions that share the most with the one asked are read. */
const MOST_READ = 5

/**
 * How near a question comes to one that the corpus is known not to answer, 0–1: how much of each the other says. Both
 * ways, because "what is Docker?" says nothing of the chief executive that a question known to be unanswered is about.
 */
export function nearestUnanswered(
  parts: readonly QuestionPart[],
  { dictionary, unanswered }: Lexicon,
  reader: TermReader,
): number {
  const { vocabulary, postings, texts } = unanswered
  if (texts.length === 0) return 0
  const query = analyseQuestion(parts, { dictionary, vocabulary })
  const { scores, ideal } = scoreRows(query, postings)
  const similarities = new Map<string, number>()
  for (const { expansions } of query) {
    for (const { term, similarity } of expansions) {
      const key = vocabulary.key(term)
      similarities.set(key, Math.max(similarity, similarities.get(key) ?? 0))
    }
  }
  const nearest = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_READ)
  return Math.max(
    0,
    ...nearest.map(([row, score]) => {
      const words = [...reader.read(texts.at(row))].filter(([, { kind }]) => WHOLE_KINDS.has(kind))
      const shared = words.reduce((sum, [key]) => sum + (similarities.get(key) ?? 0), 0)
      return (score / ideal) * (shared / Math.max(1, words.length))
    }),
  )
}
