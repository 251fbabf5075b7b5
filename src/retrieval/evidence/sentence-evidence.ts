import type { Paragraph, Span } from '../../domain.ts'
import { holdsAnswer, type QuestionType } from '../../text/question-type.ts'
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
  /** What the best of them says together with those before and after it. */
  readonly aroundBest: Float64Array
}

export function sentenceEvidence(
  paragraph: Paragraph,
  coverage: Coverage,
  type: QuestionType,
): ParagraphEvidence {
  const total = coverage.total || 1
  const spans = paragraph.sentences.slice(0, MOST_SENTENCES)
  const said = spans.map(({ start, end }) => coverage.of(paragraph.text.slice(start, end)))
  const ofSection = coverage.of(paragraph.section)
  const nothing = new Float64Array(ofSection.length)
  const sentences = spans.map(({ start, end }, i): SentenceEvidence => {
    const own = said[i] ?? nothing
    return {
      start,
      end,
      coverage: sum(own) / total,
      withContext: sum(union(said[i - 1] ?? ofSection, own)) / total,
      holdsAnswer: holdsAnswer(type, paragraph.text.slice(start, end)),
    }
  })
  const best = bestSentence(sentences)
  const at = best === undefined ? 0 : sentences.indexOf(best)
  return {
    sentences,
    said: said.reduce(union, nothing),
    aroundBest: said.slice(Math.max(0, at - 1), at + 2).reduce(union, nothing),
  }
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
