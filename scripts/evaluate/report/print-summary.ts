import type { Summary } from './summarise.ts'

/** A line a group, for a terminal. */
export function printSummary(summaries: ReadonlyMap<string, Summary>): string {
  const width = Math.max(...[...summaries.keys()].map((name) => name.length))
  return [...summaries].map(([name, summary]) => `${name.padEnd(width)}  ${figures(summary)}`).join('\n')
}

function figures(summary: Summary): string {
  return [
    `n ${String(summary.answerable).padStart(4)}`,
    `cite@1 ${decimal(summary.citedFirst)}`,
    `cite@3 ${decimal(summary.citedAmongThree)}`,
    `answer ${decimal(summary.holdsAnswer)}`,
    ` none ${String(summary.unanswerable).padStart(3)}`,
    `abstain P ${decimal(summary.abstentionPrecision)}`,
    `R ${decimal(summary.abstentionRecall)}`,
    `F1 ${decimal(summary.abstentionF1)}`,
    ` bad quotes ${summary.badQuotes}`,
    `errors ${summary.errors}`,
    ` p50 ${summary.p50Milliseconds.toFixed(1)} ms`,
    `p99 ${summary.p99Milliseconds.toFixed(1)} ms`,
  ].join('  ')
}

/** A share with three decimals; a dash for a share of nothing. */
export function decimal(share: number | undefined): string {
  return share === undefined ? '  –  ' : share.toFixed(3)
}
