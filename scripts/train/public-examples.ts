import { readCorpusFolder } from '../../src/storage/corpus/corpus-folder.ts'
import { indexInMemory } from '../evaluate/open-evaluated-index.ts'
import type { PublicSet } from '../evaluate/public-sets.ts'
import { type EvaluationQuestion, isUnanswerable, readQuestions } from '../evaluate/question-set.ts'
import type { Example } from './example.ts'
import { goldParagraphs, retrieveExamples } from './retrieve-examples.ts'

/** Of the questions of other sets, and of those about another subject, so many are asked of each set. */
const FOREIGN_QUESTIONS = 300

/**
 * Asks public sets their own questions, and questions that they cannot answer: those of the other sets (unless both
 * are about the same articles) and those about another subject altogether.
 */
export async function publicExamples(
  source: 'documentation' | 'public',
  sets: readonly PublicSet[],
  unanswerable: readonly string[],
  onProgress: (what: string) => void,
): Promise<Example[]> {
  const examples: Example[] = []
  for (const set of sets) {
    onProgress(`public set ${set.name}`)
    const corpus = await readCorpusFolder(set.corpusDirectory)
    const index = await indexInMemory(corpus)
    const questions = await readQuestions([set.questionFile])
    const asked = questions
      .map((question) => ({ ...question, gold: goldParagraphs(index, question) }))
      // What a corpus answers in words that its pages do not show is judged by nobody here.
      .filter((question) => isUnanswerable(question) || question.gold.size > 0)
    const of = { set: set.name, source }
    examples.push(...(await retrieveExamples(of, index, asked)))
    // Near misses teach more than questions about something else altogether.
    if (questions.some(isUnanswerable)) continue
    const foreign = [...spread(await foreignQuestions(set, sets)).map(({ q }) => q), ...spread(unanswerable)]
    const none = foreign.map((q) => ({ q, gold: new Set<number>() }))
    examples.push(...(await retrieveExamples(of, index, none)))
  }
  return examples
}

/** Questions of the sets about other articles: those that share no gold words with this set. */
async function foreignQuestions(set: PublicSet, sets: readonly PublicSet[]): Promise<EvaluationQuestion[]> {
  const own = new Set((await readQuestions([set.questionFile])).flatMap(({ gold }) => gold))
  const foreign: EvaluationQuestion[] = []
  for (const other of sets) {
    const questions = await readQuestions([other.questionFile])
    if (questions.every((question) => question.gold.every((words) => !own.has(words))))
      foreign.push(...questions)
  }
  return foreign
}

/** So many of them, taken from all over the list. */
function spread<T>(questions: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(questions.length / FOREIGN_QUESTIONS))
  return questions.filter((_, at) => at % step === 0)
}
