import { decimal } from '../evaluate/report/print-summary.ts'
import type { SetFigures } from './cross-validate.ts'

/** A line a set, for a terminal. */
export function printFigures(figures: ReadonlyMap<string, SetFigures>): string {
  const width = Math.max(...[...figures.keys()].map(({ length }) => length))
  return [...figures]
    .map(([set, of]) =>
      [
        set.padEnd(width),
        `n ${String(of.answerable).padStart(4)}`,
        `first ${decimal(of.first)}`,
        `first 3 ${decimal(of.firstThree)}`,
        ` none ${String(of.unanswerable).padStart(4)}`,
        `abstain F1 ${decimal(of.abstentionF1)}`,
        ` calibration error ${decimal(of.expectedCalibrationError)}`,
        `Brier ${decimal(of.brier)}`,
      ].join('  '),
    )
    .join('\n')
}
