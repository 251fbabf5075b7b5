import type { Paragraph, Span } from '../domain.ts'
import { holdsAnswer, type QuestionType } from '../text/question-type.ts'
import { type Coverage, sum, union } from './sentence-coverage.ts'

/** What a sentence says of a question. */
export interface SentenceEvidence extends Span {
  /** Worth of the question's terms that it says, as a share of the whole question. */
  readonly coverage: number
  /** The same for it and the sentence before it, which may hold the name that it is about. */
  readonly withContext: number
  /** Whether it holds what the type of question asks for. */
  readonly holdsAnswer: boolean | undefined
}

/** Longest paragraph that is read sentence by sentence; of a longer one the first so many sentences. */
const MOST_SENTENCES = 200

/** What a paragraph says of a question. */
export interface ParagraphEvidence {
  /** One entry a sentence, in order. */
  readonly sentences: readonly SentenceEvidence[]
  /** What all of them say together, by the terms of the question, see {@link Coverage.of}. */
  readonly said: Float64Array
}

export function sentenceEvidence(
  paragraph: Paragraph,
  coverage: Coverage,
  type: QuestionType,
): ParagraphEvidence {
  const total = coverage.total || 1
  let before = coverage.of(paragraph.section)
  let said: Float64Array = new Float64Array(before.length)
  const sentences = paragraph.sentences.slice(0, MOST_SENTENCES).map(({ start, end }): SentenceEvidence => {
    const sentence = paragraph.text.slice(start, end)
    const own = coverage.of(sentence)
    const context = union(before, own)
    before = own
    said = union(said, own)
    return {
      start,
      end,
      coverage: sum(own) / total,
      withContext: sum(context) / total,
      holdsAnswer: holdsAnswer(type, sentence),
    }
  })
  return { sentences, said }
}

/** How well a sentence answers: what it says, half of what it says with the one before, and what is asked for in it. */
export function evidenceScore({ coverage, withContext, holdsAnswer }: SentenceEvidence): number {
  const expected = holdsAnswer === undefined ? 0 : holdsAnswer ? 0.1 : -0.1
  return coverage + 0.5 * (withContext - coverage) + expected
}

/** @returns undefined where there is no sentence */
export function bestSentence(sentences: readonly SentenceEvidence[]): SentenceEvidence | undefined {
  let best: SentenceEvidence | undefined
  for (const sentence of sentences) {
    if (best === undefined || evidenceScore(sentence) > evidenceScore(best)) best = sentence
  }
  return best
}
