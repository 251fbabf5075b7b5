import type { Corpus } from '../../src/corpus/corpus.ts'
import type { OpenIndex } from '../../src/index/open.ts'
import { indexInMemory } from '../evaluate/open-evaluated-index.ts'
import type { EvaluationQuestion } from '../evaluate/question-set.ts'
import { type Example, hashOf } from './example.ts'
import { type AskedQuestion, goldParagraphs, retrieveExamples } from './retrieve-examples.ts'

/** Parts that the written questions are divided into; one is asked of an index that holds the others. */
const PARTS = 10
/** Parts that are asked: more of them teach nothing new, and take their time. */
const ASKED_PARTS = 4

export interface ArticleQuestions {
  readonly followUps: readonly EvaluationQuestion[]
  readonly unanswerable: readonly EvaluationQuestion[]
}

/**
 * Asks the questions that were written ahead: of an index that holds all but a tenth of them, those of this tenth, and
 * of one that holds none. No question finds itself.
 */
export async function articleExamples(
  corpus: Corpus,
  { followUps, unanswerable }: ArticleQuestions,
  onProgress: (what: string) => void,
): Promise<Example[]> {
  const whole = await indexInMemory(corpus)
  const written = writtenQuestions(corpus, whole).filter(({ q }) => partOf(q) < ASKED_PARTS)
  const examples: Example[] = []
  for (let part = 0; part < ASKED_PARTS; part++) {
    onProgress(`questions left out of the index, part ${part + 1} of ${ASKED_PARTS}`)
    const index = await indexInMemory(withoutPart(corpus, part), whole)
    const leftOut = written.filter(({ q }) => partOf(q) === part)
    examples.push(...(await retrieveExamples('with questions', index, leftOut)))
  }
  const bare = await indexInMemory({ ...corpus, writtenQuestions: [] }, whole)
  for (const [set, index] of [
    ['with questions', whole],
    ['without questions', bare],
  ] as const) {
    onProgress(`follow-ups and unanswerable questions, ${set}`)
    const withGold = followUps.map((question) => ({ ...question, gold: goldParagraphs(index, question) }))
    examples.push(...(await retrieveExamples(set, index, withGold)))
    const none = unanswerable.map((question) => ({ ...question, gold: new Set<number>() }))
    examples.push(...(await retrieveExamples(set, index, none)))
  }
  onProgress('questions of an index without any')
  examples.push(...(await retrieveExamples('without questions', bare, written)))
  return examples
}

function partOf(question: string): number {
  return hashOf(question) % PARTS
}

function withoutPart(corpus: Corpus, part: number): Corpus {
  const writtenQuestions = corpus.writtenQuestions.map((entry) => ({
    ...entry,
    answers: entry.answers.map((answer) => ({
      ...answer,
      questions: answer.questions.filter(({ text }) => partOf(text) !== part),
    })),
  }))
  return { ...corpus, writtenQuestions }
}

function writtenQuestions(corpus: Corpus, { library }: OpenIndex): AskedQuestion[] {
  const rows = new Map<string, number>()
  for (let row = 0; row < library.paragraphCount; row++) rows.set(library.paragraphAt(row).id, row)
  return corpus.writtenQuestions.flatMap(({ paragraph, answers }) =>
    answers.flatMap(({ questions }) =>
      questions.map(({ text }) => ({ q: text, gold: new Set([rows.get(paragraph) ?? -1]) })),
    ),
  )
}
