import type { Candidate } from './candidates.ts'
import { evidenceScore, type ParagraphEvidence, type SentenceEvidence } from './sentence-evidence.ts'

/** What the ranking knows of a candidate. None depends on what the corpus is about, nor on how large it is. */
export interface Features {
  /** Lexical score of the paragraph and all that is written about it. */
  readonly text: number
  /** The same beside that of the best candidate. */
  readonly textToBest: number
  readonly question: number
  readonly questionToBest: number
  readonly vector: number
  readonly vectorToBest: number
  /** Best sentence. */
  readonly sentence: number
  readonly sentenceToBest: number
  /** How much of the question the paragraph's own words say, all sentences together. */
  readonly coverage: number
  /** 1 where its best sentence holds what the type of question asks for, −1 where it does not, 0 where it asks nothing. */
  readonly expected: number
  /** Lexical scores of the paragraphs before and after, beside that of the best candidate. */
  readonly before: number
  readonly after: number
}

export const FEATURE_NAMES = [
  'text',
  'textToBest',
  'question',
  'questionToBest',
  'vector',
  'vectorToBest',
  'sentence',
  'sentenceToBest',
  'coverage',
  'expected',
  'before',
  'after',
] as const satisfies readonly (keyof Features)[]

/** A candidate whose sentences have been read. */
export type ReadCandidate = Candidate & ParagraphEvidence

/** @returns one entry a candidate, in their order */
export function featuresOf(
  candidates: readonly ReadCandidate[],
  texts: ReadonlyMap<number, number>,
): Features[] {
  const bestSentences = candidates.map(({ sentences }) =>
    sentences.reduce<SentenceEvidence | undefined>(
      (best, sentence) =>
        best === undefined || evidenceScore(sentence) > evidenceScore(best) ? sentence : best,
      undefined,
    ),
  )
  const sentenceScores = bestSentences.map((sentence) =>
    sentence === undefined ? 0 : evidenceScore(sentence),
  )
  const best = {
    text: greatest(candidates.map(({ text }) => text)),
    question: greatest(candidates.map(({ question }) => question)),
    vector: greatest(candidates.map(({ vector }) => vector)),
    sentence: greatest(sentenceScores),
  }
  return candidates.map((candidate, i) => {
    const expected = bestSentences[i]?.holdsAnswer
    const sentence = sentenceScores[i] ?? 0
    return {
      text: candidate.text,
      textToBest: candidate.text / best.text,
      question: candidate.question,
      questionToBest: candidate.question / best.question,
      vector: candidate.vector,
      vectorToBest: candidate.vector / best.vector,
      sentence,
      sentenceToBest: sentence / best.sentence,
      coverage: candidate.coverage,
      expected: expected === undefined ? 0 : expected ? 1 : -1,
      before: (texts.get(candidate.paragraph - 1) ?? 0) / best.text,
      after: (texts.get(candidate.paragraph + 1) ?? 0) / best.text,
    }
  })
}

/** Never 0, so that it can divide. */
function greatest(values: readonly number[]): number {
  return Math.max(1e-6, ...values)
}
