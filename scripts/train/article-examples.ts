import type { Corpus } from '../../src/corpus/corpus.ts'
import type { OpenIndex } from '../../src/index/open.ts'
import { foldedHash } from '../../src/text/fnv1a.ts'
import { indexInMemory, withoutWrittenQuestions } from '../evaluate/open-evaluated-index.ts'
import type { EvaluationQuestion } from '../evaluate/question-set.ts'
import type { Example } from './example.ts'
import { type AskedQuestion, goldParagraphs, retrieveExamples } from './retrieve-examples.ts'

/** Indexes that lack a part of the written questions, the part that they are asked. */
const PARTS = 4
/** Each lacks one in so many of the questions that the corpus answers: nearly as many are there as are served. */
const ONE_IN = 16

/** Indexes that lack all that was written about a part of the paragraphs, as after an edit of them. */
const EDITED_PARTS = 6
/** Of the questions about those, one in so many is asked. */
const ASKED_OF_EDITED = 8

export const WITH = 'with questions'
export const WITHOUT = 'without questions'
export const EDITED = 'edited paragraphs'
export const BESIDE_EDITED = 'paragraphs beside edited ones'
export const FOLLOW_UPS_WITH = 'follow-ups, with'
export const FOLLOW_UPS_WITHOUT = 'follow-ups, without'

/**
 * Asks the questions that were written ahead, those that the corpus answers and those that it does not, of an index that
 * holds only others, and of one that holds none. No question finds itself.
 */
export async function articleExamples(
  corpus: Corpus,
  followUps: readonly EvaluationQuestion[],
  onProgress: (what: string) => void,
): Promise<Example[]> {
  const whole = await indexInMemory(corpus)
  const parts = Array.from({ length: PARTS }, (_, part) => leaveOut(corpus, part))
  const examples: Example[] = []
  for (const [part, { kept, leftOut }] of parts.entries()) {
    onProgress(`written questions left out of the index, part ${part + 1} of ${PARTS}`)
    const index = await indexInMemory({ ...corpus, ...kept }, whole)
    examples.push(
      ...(await retrieveExamples(about(WITH), index, questionsOf({ ...corpus, ...leftOut }, whole))),
    )
  }
  onProgress('written questions of an index that holds none')
  const bare = await indexInMemory({ ...corpus, ...withoutWrittenQuestions(corpus) }, whole)
  for (const { leftOut } of parts)
    examples.push(
      ...(await retrieveExamples(about(WITHOUT), bare, questionsOf({ ...corpus, ...leftOut }, whole))),
    )

  for (let part = 0; part < EDITED_PARTS; part++) {
    onProgress(`edited paragraphs, part ${part + 1} of ${EDITED_PARTS}`)
    examples.push(...(await editedExamples(corpus, whole, part)))
  }

  onProgress('follow-ups')
  const asked = followUps.map((question) => ({ ...question, gold: goldParagraphs(whole, question) }))
  examples.push(...(await retrieveExamples(about(FOLLOW_UPS_WITH), whole, asked)))
  examples.push(...(await retrieveExamples(about(FOLLOW_UPS_WITHOUT), bare, asked)))
  return examples
}

/**
 * Asks about paragraphs of an index that lacks all that was written about them, as after an edit; and, since they must
 * not be favoured for nothing, about the others as {@link leaveOut} leaves them.
 */
async function editedExamples(corpus: Corpus, whole: OpenIndex, part: number): Promise<Example[]> {
  const isEdited = (paragraphId: string) => foldedHash(paragraphId) % EDITED_PARTS === part
  const { writtenQuestions, unanswered } = corpus
  const edited = writtenQuestions.filter(({ paragraphId }) => isEdited(paragraphId))
  const others = writtenQuestions.filter(({ paragraphId }) => !isEdited(paragraphId))
  const { kept, leftOut } = leaveOut({ writtenQuestions: others, unanswered }, part)
  const asked = filterWritten(
    { writtenQuestions: edited, unanswered: [] },
    (text) => foldedHash(text) % ASKED_OF_EDITED === 0,
    () => false,
  )
  const index = await indexInMemory({ ...corpus, ...kept }, whole)
  return [
    ...(await retrieveExamples(about(EDITED), index, questionsOf(asked, whole))),
    ...(await retrieveExamples(about(BESIDE_EDITED), index, questionsOf(leftOut, whole))),
  ]
}

function about(set: string): Pick<Example, 'set' | 'source'> {
  return { set, source: 'article' }
}

type Written = Pick<Corpus, 'writtenQuestions' | 'unanswered'>

/** The written questions of a part, and all others. */
function leaveOut(written: Written, part: number): { readonly kept: Written; readonly leftOut: Written } {
  const answeredHere = (text: string) => foldedHash(text) % ONE_IN === part
  const unansweredHere = (text: string) => foldedHash(text) % PARTS === part
  return {
    kept: filterWritten(
      written,
      (text) => !answeredHere(text),
      (text) => !unansweredHere(text),
    ),
    leftOut: filterWritten(written, answeredHere, unansweredHere),
  }
}

function filterWritten(
  { writtenQuestions, unanswered }: Written,
  keepsAnswered: (text: string) => boolean,
  keepsUnanswered: (text: string) => boolean,
): Written {
  return {
    writtenQuestions: writtenQuestions.map((entry) => ({
      ...entry,
      answers: entry.answers.map((answer) => ({
        ...answer,
        questions: answer.questions.filter(({ text }) => keepsAnswered(text)),
      })),
    })),
    unanswered: unanswered.filter(({ text }) => keepsUnanswered(text)),
  }
}

function questionsOf({ writtenQuestions, unanswered }: Written, { library }: OpenIndex): AskedQuestion[] {
  const rows = new Map<string, number>()
  for (let row = 0; row < library.paragraphCount; row++) rows.set(library.paragraphAt(row).id, row)
  const answered = writtenQuestions.flatMap(({ paragraphId, answers }) =>
    answers.flatMap(({ questions }) =>
      questions.map(({ text }) => ({ q: text, gold: new Set([rows.get(paragraphId) ?? -1]) })),
    ),
  )
  return [...answered, ...unanswered.map(({ text }) => ({ q: text, gold: new Set<number>() }))]
}
