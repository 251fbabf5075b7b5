import type { ReliabilityBin } from './calibration.ts'
import { decimal } from './print-summary.ts'
import type { Curve } from './reliability-diagram.ts'

/** A Markdown table: a row a bin, for each curve how many answers it holds and the share that was right. */
export function reliabilityTable(curves: readonly Curve[]): string {
  const [first] = curves
  const bins = first?.calibration.bins ?? []
  return [
    row(['confidence', ...curves.flatMap(({ name }) => [`${name}: n`, 'right'])]),
    row(['---', ...curves.flatMap(() => ['---:', '---:'])]),
    ...bins.map(({ from, to }, at) =>
      row([
        `${from.toFixed(1)}–${to.toFixed(1)}`,
        ...curves.flatMap(({ calibration }) => cells(calibration.bins[at])),
      ]),
    ),
    row([
      'expected calibration error',
      ...curves.flatMap(({ calibration }) => ['', decimal(calibration.expectedError)]),
    ]),
    row(['Brier score', ...curves.flatMap(({ calibration }) => ['', decimal(calibration.brier)])]),
  ].join('\n')
}

function cells(bin: ReliabilityBin | undefined): [string, string] {
  return [String(bin?.count ?? 0), decimal(bin?.right)]
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
