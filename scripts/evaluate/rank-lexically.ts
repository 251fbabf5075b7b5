import { TopRows } from '../../src/index/vectors/top-rows.ts'
import { analyseQuestion, nameTest } from '../../src/retrieval/lexical/analyse-question.ts'
import { LexicalSearch } from '../../src/retrieval/lexical/lexical-search.ts'
import { ParagraphScores } from '../../src/retrieval/lexical/paragraph-scores.ts'
import { standaloneQuestion } from '../../src/retrieval/question/standalone-question.ts'
import type { SearchableIndex } from '../../src/retrieval/searchable-index.ts'
import type { TermKind } from '../../src/text/terms.ts'
import { type EvaluationQuestion, isUnanswerable } from './question-set.ts'
import { requestOf } from './run-questions.ts'
import { isGold } from './score-answer.ts'

/** Shares of the answerable questions whose paragraph comes first, or among the first three. */
export interface LexicalFigures {
  readonly first: number
  readonly firstThree: number
}

/** How well the words alone rank the paragraphs, without terms of one kind. */
export function rankLexically(
  questions: readonly EvaluationQuestion[],
  index: SearchableIndex,
  without?: TermKind,
): LexicalFigures {
  const places = questions
    .filter((question) => !isUnanswerable(question))
    .map((question) =>
      bestParagraphs(question, index, without).findIndex((row) =>
        isGold(question, index.library.paragraphAt(row).text),
      ),
    )
  const share = (limit: number) =>
    places.filter((place) => place >= 0 && place < limit).length / places.length
  return { first: share(1), firstThree: share(3) }
}

function bestParagraphs(
  question: EvaluationQuestion,
  { library, lexicalIndex, passages }: SearchableIndex,
  without: TermKind | undefined,
): number[] {
  const { question: text, history = [] } = requestOf(question)
  const { parts } = standaloneQuestion(text, history, nameTest(lexicalIndex))
  const query = analyseQuestion(parts, lexicalIndex).filter(({ kind }) => kind !== without)
  const search = new LexicalSearch(query, lexicalIndex.texts)
  const { shares } = new ParagraphScores(search, passages, library.paragraphCount)
  const top = new TopRows(3)
  for (const [row, share] of shares.entries()) if (share > 0) top.offer(row, share)
  return [...top.takeBest().rows]
}
