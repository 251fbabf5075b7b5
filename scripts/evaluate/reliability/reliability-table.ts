import { markdownTable } from '../report/markdown-table.ts'
import { decimal } from '../report/print-summary.ts'
import type { ReliabilityBin } from './calibration.ts'
import type { Curve } from './reliability-diagram.ts'

/** A Markdown table: a row a bin, for each curve how many answers it holds and the share that was right. */
export function reliabilityTable(curves: readonly Curve[]): string {
  const [first] = curves
  const bins = first?.calibration.bins ?? []
  return markdownTable(
    ['confidence', ...curves.flatMap(({ name }) => [`${name}: n`, 'right'])],
    [
      ...bins.map(({ from, to }, at) => [
        `${from.toFixed(1)}–${to.toFixed(1)}`,
        ...curves.flatMap(({ calibration }) => cells(calibration.bins[at])),
      ]),
      [
        'expected calibration error',
        ...curves.flatMap(({ calibration }) => ['', decimal(calibration.expectedError)]),
      ],
      ['Brier score', ...curves.flatMap(({ calibration }) => ['', decimal(calibration.brier)])],
    ],
  )
}

function cells(bin: ReliabilityBin | undefined): [string, string] {
  return [String(bin?.count ?? 0), decimal(bin?.right)]
}
