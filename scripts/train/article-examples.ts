import type { Corpus } from '../../src/corpus/corpus.ts'
import type { OpenIndex } from '../../src/index/open.ts'
import { indexInMemory, withoutWrittenQuestions } from '../evaluate/open-evaluated-index.ts'
import type { EvaluationQuestion } from '../evaluate/question-set.ts'
import { type Example, hashOf } from './example.ts'
import { type AskedQuestion, goldParagraphs, retrieveExamples } from './retrieve-examples.ts'

/** Parts that the written questions are divided into; each is asked of an index that holds the others. */
const PARTS = 5
/** One in so many of those that the corpus answers is asked: more teach nothing new, and take their time. */
const STEP = 3

const WITH = 'with questions'
const WITHOUT = 'without questions'

/**
 * Asks the questions that were written ahead, those that the corpus answers and those that it does not: a fifth of them
 * at a time of an index that holds the others, and all of one that holds none. No question finds itself.
 */
export async function articleExamples(
  corpus: Corpus,
  followUps: readonly EvaluationQuestion[],
  onProgress: (what: string) => void,
): Promise<Example[]> {
  const whole = await indexInMemory(corpus)
  const questions = [...answeredQuestions(corpus, whole), ...unansweredQuestions(corpus)]
  const examples: Example[] = []
  for (let part = 0; part < PARTS; part++) {
    onProgress(`written questions left out of the index, part ${part + 1} of ${PARTS}`)
    const index = await indexInMemory(withoutPart(corpus, part), whole)
    const leftOut = questions.filter(({ q }) => partOf(q) === part)
    examples.push(...(await retrieveExamples(WITH, index, leftOut)))
  }
  onProgress('written questions of an index that holds none')
  const bare = await indexInMemory({ ...corpus, ...withoutWrittenQuestions(corpus) }, whole)
  examples.push(...(await retrieveExamples(WITHOUT, bare, questions)))

  onProgress('follow-ups')
  const asked = followUps.map((question) => ({ ...question, gold: goldParagraphs(whole, question) }))
  examples.push(...(await retrieveExamples(WITH, whole, asked)))
  examples.push(...(await retrieveExamples(WITHOUT, bare, asked)))
  return examples
}

function partOf(question: string): number {
  return hashOf(question) % PARTS
}

function withoutPart(corpus: Corpus, part: number): Corpus {
  const isKept = ({ text }: { readonly text: string }) => partOf(text) !== part
  const writtenQuestions = corpus.writtenQuestions.map((entry) => ({
    ...entry,
    answers: entry.answers.map((answer) => ({ ...answer, questions: answer.questions.filter(isKept) })),
  }))
  return { ...corpus, writtenQuestions, unanswered: corpus.unanswered.filter(isKept) }
}

function answeredQuestions(corpus: Corpus, { library }: OpenIndex): AskedQuestion[] {
  const rows = new Map<string, number>()
  for (let row = 0; row < library.paragraphCount; row++) rows.set(library.paragraphAt(row).id, row)
  const all = corpus.writtenQuestions.flatMap(({ paragraph, answers }) =>
    answers.flatMap(({ questions }) =>
      questions.map(({ text }) => ({ q: text, gold: new Set([rows.get(paragraph) ?? -1]) })),
    ),
  )
  return all.filter((_, at) => at % STEP === 0)
}

function unansweredQuestions({ unanswered }: Corpus): AskedQuestion[] {
  return unanswered.map(({ text }) => ({ q: text, gold: new Set() }))
}
