import type { EvaluationQuestion } from '../question-set.ts'
import type { Score } from '../score-answer.ts'

/** What the scores of a group of questions add up to. Shares are 0–1, and undefined where they are of nothing. */
export interface Summary {
  /** Questions that the corpus answers. */
  readonly answerable: number
  /** Questions that it does not answer. */
  readonly unanswerable: number
  /** Of the answerable ones: */
  readonly citedFirst: number | undefined
  readonly citedAmongThree: number | undefined
  readonly holdsAnswer: number | undefined
  /** Of the declined ones, how many are unanswerable. */
  readonly abstentionPrecision: number
  /** Of the unanswerable ones, how many were declined. */
  readonly abstentionRecall: number
  readonly abstentionF1: number
  readonly badQuotes: number
  readonly errors: number
  readonly p50Milliseconds: number
  readonly p99Milliseconds: number
}

/** What a question is grouped by. */
type GroupedQuestion = Pick<EvaluationQuestion, 'lang' | 'history'>

export const ALL = 'all'
export const FOLLOW_UPS = 'follow-ups'

/** The groups that a question counts in: its language, a follow-up in groups of their own, and all. */
export function groupsOf({ lang, history }: GroupedQuestion): string[] {
  return history === undefined ? [lang, ALL] : [`${FOLLOW_UPS} ${lang}`, FOLLOW_UPS, ALL]
}

/** @returns by group, in alphabetical order, all of them last */
export function summariseByGroup(
  scored: readonly { readonly question: GroupedQuestion; readonly score: Score }[],
): Map<string, Summary> {
  const groups = new Map<string, Score[]>()
  for (const { question, score } of scored) {
    for (const group of groupsOf(question)) groups.set(group, [...(groups.get(group) ?? []), score])
  }
  const rank = (name: string) => (name === ALL ? 1 : 0)
  const sorted = [...groups].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return new Map(sorted.map(([name, scores]) => [name, summarise(scores)]))
}

export function summarise(scores: readonly Score[]): Summary {
  const answerable = scores.filter(({ unanswerable }) => !unanswerable)
  const unanswerable = scores.length - answerable.length
  const declined = scores.filter(({ answered }) => !answered)
  const rightlyDeclined = declined.filter((score) => score.unanswerable).length
  const precision = declined.length === 0 ? 0 : rightlyDeclined / declined.length
  const recall = unanswerable === 0 ? 0 : rightlyDeclined / unanswerable
  const times = scores.map(({ milliseconds }) => milliseconds)
  return {
    answerable: answerable.length,
    unanswerable,
    citedFirst: shareOf(answerable, ({ citedFirst }) => citedFirst),
    citedAmongThree: shareOf(answerable, ({ citedAmongThree }) => citedAmongThree),
    holdsAnswer: shareOf(answerable, ({ holdsAnswer }) => holdsAnswer),
    abstentionPrecision: precision,
    abstentionRecall: recall,
    abstentionF1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    badQuotes: scores.filter(({ quotesAreVerbatim }) => !quotesAreVerbatim).length,
    errors: scores.filter(({ failed }) => failed).length,
    p50Milliseconds: percentile(times, 0.5),
    p99Milliseconds: percentile(times, 0.99),
  }
}

/** The value below which this share of the values lie (nearest rank above); 0 for no values. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

function shareOf(scores: readonly Score[], holds: (score: Score) => boolean): number | undefined {
  return scores.length === 0 ? undefined : scores.filter(holds).length / scores.length
}
