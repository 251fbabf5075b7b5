import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import { itemAt } from '../../item-at.ts'
import type { TermReader } from '../../text/term-cache.ts'
import { analyseQuestion } from '../lexical/analyse-question.ts'
import { LexicalSearch } from '../lexical/lexical-search.ts'
import type { QuestionPart } from '../question/standalone-question.ts'
import { WHOLE_KINDS } from './whole-terms.ts'

/** So many of the questions that share the most with the one asked are read. */
const MOST_READ = 16

/**
 * How near a question comes to one that the corpus is known not to answer, 0–1: how much of each the other says. Both
 * ways, because "what is Docker?" says nothing of the chief executive that a question known to be unanswered is about.
 */
export function nearestUnanswered(
  parts: readonly QuestionPart[],
  { dictionary, unanswered }: LexicalIndex,
  reader: TermReader,
): number {
  const { termDictionary, postings, texts } = unanswered
  if (texts.length === 0) return 0
  const query = analyseQuestion(parts, { dictionary, termDictionary })
  const search = new LexicalSearch(query, postings)
  const similarities = new Map<string, number>()
  for (const { expansions } of query) {
    for (const { term, similarity } of expansions) {
      const key = termDictionary.key(term)
      similarities.set(key, Math.max(similarity, similarities.get(key) ?? 0))
    }
  }
  const { rows, scores } = search.best()
  const nearest = Array.from(rows).slice(0, MOST_READ)
  return Math.max(
    0,
    ...nearest.map((row, place) => {
      const words = [...reader.read(texts.at(row))].filter(([, { kind }]) => WHOLE_KINDS.has(kind))
      const shared = words.reduce((sum, [key]) => sum + (similarities.get(key) ?? 0), 0)
      return (itemAt(scores, place) / search.ideal) * (shared / Math.max(1, words.length))
    }),
  )
}
