import type { Passage, Span } from '../../domain.ts'
import { normalise } from '../../text/normalise.ts'
import { holdsAnswer, type QuestionType, questionTypeOf } from '../../text/question-type.ts'
import type { Candidate } from '../candidates.ts'
import type { SearchableIndex } from '../searchable-index.ts'
import { type AnswerEvidence, answerEvidence } from './answer-evidence.ts'
import { type Coverage, sum, union } from './sentence-coverage.ts'
import { bestSentence, type SentenceEvidence, sentenceEvidence } from './sentence-evidence.ts'

/** A question written ahead, read beside the one asked. */
export interface ReadQuestion {
  readonly passage: Passage
  /** How much of the question asked it says, see {@link Candidate.questions}. */
  readonly score: number
  /** How much of it the question asked says, 0–1: a question about something else as well is not the same. */
  readonly shared: number
  /** 1 where it asks for the same type of thing, −1 where for another, 0 where one of the two cannot be told. */
  readonly sameType: -1 | 0 | 1
}

/** A candidate whose words have been read. The shares are of what the question asked is worth. */
export interface ReadCandidate {
  readonly paragraph: number
  readonly text: number
  readonly vector: number
  /** Nearest first. */
  readonly questions: readonly ReadQuestion[]
  readonly sentences: readonly SentenceEvidence[]
  /** The words around which it would be quoted: what answers the nearest question, or the best sentence. */
  readonly focus: Span | undefined
  /** Whether they hold what the type of question asks for; undefined where it asks for nothing special. */
  readonly holdsAnswer: boolean | undefined
  /** What the title and the heading say. */
  readonly heading: number
  /** What is said by the paragraph, its heading and all that was written ahead about it. */
  readonly said: number
  /** The most telling word of the question that none of them says. */
  readonly gap: number
  readonly evidence: AnswerEvidence
  /** Length of the paragraph in UTF-16 code units. */
  readonly length: number
}

export function readCandidate(
  { paragraph: row, piece, text, vector, questions }: Candidate,
  coverage: Coverage,
  type: QuestionType,
  { library, passages }: SearchableIndex,
): ReadCandidate {
  const paragraph = library.paragraphAt(row)
  const title = library.article(paragraph.article)?.title ?? ''
  const total = coverage.total || 1
  const read = questions.map(({ passage: passageRow, score }): ReadQuestion => {
    const passage = passages.at(passageRow)
    return {
      passage,
      score,
      shared: coverage.sharedBy(passage.text),
      sameType: compareTypes(type, questionTypeOf(normalise(passage.text))),
    }
  })
  const { sentences, said: inSentences, aroundBest } = sentenceEvidence(paragraph, coverage, type)
  const focus = focusOf(read, sentences)
  const inHeading = coverage.of(`${title}\n${paragraph.section}`)
  const inAll = piece === undefined ? inSentences : coverage.ofRow(piece)
  const said = union(inAll, inHeading)
  return {
    paragraph: row,
    text,
    vector,
    questions: read,
    sentences,
    focus,
    holdsAnswer:
      focus === undefined ? undefined : holdsAnswer(type, paragraph.text.slice(focus.start, focus.end)),
    heading: sum(inHeading) / total,
    said: sum(said) / total,
    gap: coverage.largestGap(said),
    evidence: answerEvidence(coverage, union(inSentences, inHeading), aroundBest, said),
    length: paragraph.text.length,
  }
}

/** A written-ahead question that comes this near knows better than the words which sentence answers. */
const TRUSTED_QUESTION = 0.25

function focusOf(
  questions: readonly ReadQuestion[],
  sentences: readonly SentenceEvidence[],
): Span | undefined {
  let nearest: ReadQuestion | undefined
  for (const question of questions) {
    if (question.score < TRUSTED_QUESTION) continue
    if (nearest === undefined || likeness(question) > likeness(nearest)) nearest = question
  }
  return nearest?.passage ?? bestSentence(sentences)
}

/** How nearly a written-ahead question asks the same: in both directions, and for the same type of thing. */
function likeness({ score, shared, sameType }: ReadQuestion): number {
  return score * (0.7 + 0.3 * shared) + 0.05 * sameType
}

function compareTypes(a: QuestionType, b: QuestionType): -1 | 0 | 1 {
  if (a === 'other' || b === 'other') return 0
  return a === b ? 1 : -1
}
