import type { Span } from '../../domain/span.ts'
import { holdsAnswer, type QuestionType } from '../../text/question-type.ts'
import type { ParagraphReading } from './paragraph-reader.ts'
import { addTo, type Coverage, sum, sumOfUnion } from './sentence-coverage.ts'

/** What a sentence says of a question. */
export interface SentenceEvidence extends Span {
  /** Worth of the question's terms that it says, as a share of the whole question. */
  readonly coverage: number
  /** Share that it says together with the sentence before it, which may hold the name that it is about. */
  readonly withContext: number
  /** Whether it holds what the type of question asks for. */
  readonly holdsAnswer: boolean | undefined
}

/** What the sentences of a paragraph say of a question. */
export interface ParagraphEvidence {
  /** One entry a sentence, in order. */
  readonly sentences: readonly SentenceEvidence[]
  /** What the best of them says together with those before and after it, by the terms of the question. */
  readonly aroundBest: Float64Array
}

export function sentenceEvidence(
  { paragraph, sentences: said, shares }: Pick<ParagraphReading, 'paragraph' | 'sentences' | 'shares'>,
  inSection: Float64Array,
  coverage: Coverage,
  type: QuestionType,
): ParagraphEvidence {
  const total = coverage.total || 1
  const sentences = paragraph.sentences.map(({ start, end }, at): SentenceEvidence => {
    const own = said[at] ?? inSection
    return {
      start,
      end,
      coverage: shares[at] ?? sum(own) / total,
      withContext: sumOfUnion(said[at - 1] ?? inSection, own) / total,
      holdsAnswer: holdsAnswer(type, paragraph.text.slice(start, end)),
    }
  })
  const best = bestSentence(sentences)
  const at = best === undefined ? 0 : sentences.indexOf(best)
  const aroundBest = coverage.nothing()
  for (const near of said.slice(Math.max(0, at - 1), at + 2)) addTo(aroundBest, near)
  return { sentences, aroundBest }
}

/** How well a sentence answers: what it says, half of what it says with the one before, and what is asked for in it. */
export function evidenceScore({ coverage, withContext, holdsAnswer }: SentenceEvidence): number {
  const expected = holdsAnswer === undefined ? 0 : holdsAnswer ? 0.1 : -0.1
  return coverage + 0.5 * (withContext - coverage) + expected
}

/** @returns undefined where there is no sentence */
export function bestSentence(sentences: readonly SentenceEvidence[]): SentenceEvidence | undefined {
  let best: SentenceEvidence | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const sentence of sentences) {
    const score = evidenceScore(sentence)
    if (score <= most) continue
    best = sentence
    most = score
  }
  return best
}
