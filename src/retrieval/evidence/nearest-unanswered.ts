import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import type { UnansweredQuestions } from '../../index/lexical/unanswered.ts'
import { itemAt } from '../../item-at.ts'
import type { TermReader } from '../../text/term-cache.ts'
import { analyseQuestion } from '../lexical/analyse-question.ts'
import { LexicalSearch } from '../lexical/lexical-search.ts'
import type { QuestionPart } from '../question/standalone-question.ts'
import { Meanings } from './meanings.ts'
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
  const meanings = new Meanings(query.map(({ expansions }) => ({ worth: 1, expansions })))
  const { rows, scores } = search.best(MOST_READ)
  let nearest = 0
  for (let place = 0; place < rows.length; place++) {
    const words = wordsOf(itemAt(rows, place), unanswered, reader)
    let shared = 0
    for (const word of words) shared += meanings.similarityOf(word)
    const says = itemAt(scores, place) / search.ideal
    nearest = Math.max(nearest, says * (shared / Math.max(1, words.length)))
  }
  return nearest
}

/** The whole terms of each of the questions by number, as far as they were read. */
const knownWords = new WeakMap<UnansweredQuestions, Map<number, Uint32Array>>()

function wordsOf(row: number, unanswered: UnansweredQuestions, reader: TermReader): Uint32Array {
  const known = knownWords.get(unanswered) ?? new Map<number, Uint32Array>()
  knownWords.set(unanswered, known)
  const there = known.get(row)
  if (there !== undefined) return there
  const { texts, termDictionary } = unanswered
  const words: number[] = []
  for (const [key, { kind }] of reader.read(texts.at(row))) {
    const word = WHOLE_KINDS.has(kind) ? termDictionary.find(key) : undefined
    if (word !== undefined) words.push(word)
  }
  const numbers = Uint32Array.from(words)
  known.set(row, numbers)
  return numbers
}
