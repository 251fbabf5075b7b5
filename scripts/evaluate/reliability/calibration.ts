import type { EvaluationQuestion } from '../question-set.ts'
import type { ScoredQuestion } from '../run-questions.ts'
import { isGold } from '../score-answer.ts'

/** A confidence, and whether it was justified. */
export interface Judged {
  /** 0–1. */
  readonly confidence: number
  readonly right: boolean
  /** For how many it stands; 1 unless it is said. */
  readonly weight?: number
}

/** Answers whose confidence lies between two bounds; the last bin holds 1 too. */
export interface ReliabilityBin {
  readonly from: number
  readonly to: number
  readonly count: number
  /** Mean confidence, and the share that was right; undefined for an empty bin. */
  readonly confidence: number | undefined
  readonly right: number | undefined
}

export interface Calibration {
  readonly count: number
  readonly bins: readonly ReliabilityBin[]
  /** Mean distance between confidence and truth over the bins, by their counts (Guo et al. 2017). */
  readonly expectedError: number
  /** Mean squared distance between confidence and truth, answer by answer (Brier 1950). */
  readonly brier: number
}

/**
 * Whether the corpus answers the question and one of the paragraphs that are named shows it: those cited, or where the
 * answer was declined, the nearest.
 */
export function judge({ question, outcome: { answer } }: ScoredQuestion): Judged | undefined {
  if (answer === undefined) return undefined
  const named: readonly { readonly text: string }[] = answer.answered ? answer.citations : answer.related
  return { confidence: answer.confidence, right: named.some(({ text }) => isRight(question, text)) }
}

function isRight(question: EvaluationQuestion, text: string): boolean {
  return question.kind !== 'none' && isGold(question, text)
}

export function calibrationOf(judged: readonly Judged[], binCount = 10): Calibration {
  const bins = Array.from({ length: binCount }, (_, bin): ReliabilityBin => {
    const inBin = judged.filter(
      ({ confidence }) => Math.min(binCount - 1, Math.floor(confidence * binCount)) === bin,
    )
    return {
      from: bin / binCount,
      to: (bin + 1) / binCount,
      count: weigh(inBin),
      confidence: mean(inBin, ({ confidence }) => confidence),
      right: mean(inBin, ({ right }) => Number(right)),
    }
  })
  const count = weigh(judged)
  return {
    count,
    bins,
    expectedError: bins.reduce(
      (total, { count: inBin, confidence = 0, right = 0 }) =>
        total + (inBin / (count || 1)) * Math.abs(confidence - right),
      0,
    ),
    brier: mean(judged, ({ confidence, right }) => (confidence - Number(right)) ** 2) ?? 0,
  }
}

function weigh(judged: readonly Judged[]): number {
  return judged.reduce((total, { weight = 1 }) => total + weight, 0)
}

function mean(judged: readonly Judged[], value: (judged: Judged) => number): number | undefined {
  if (judged.length === 0) return undefined
  return judged.reduce((total, each) => total + (each.weight ?? 1) * value(each), 0) / weigh(judged)
}
