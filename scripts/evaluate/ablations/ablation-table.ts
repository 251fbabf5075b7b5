import { markdownTable } from '../report/markdown-table.ts'
import { decimal } from '../report/print-summary.ts'
import type { Summary } from '../report/summarise.ts'

/** What a pipeline scores, and the share of answerable questions whose paragraph it cites or, declining, names. */
export interface AblationScores extends Summary {
  readonly named: number | undefined
}

/** The scores of a pipeline on one setting. */
export interface AblationColumn {
  /** Setting, e.g. "with questions". */
  readonly setting: string
  readonly whole: AblationScores
  /** One a row of the table, in their order. */
  readonly ablated: readonly AblationScores[]
}

const FIGURES = [
  ['named', ({ named }: AblationScores) => named],
  ['cite@1', ({ citedFirst }: AblationScores) => citedFirst],
  ['answer', ({ holdsAnswer }: AblationScores) => holdsAnswer],
  ['F1', ({ unanswerable, abstentionF1 }: AblationScores) => (unanswerable === 0 ? undefined : abstentionF1)],
] as const

/**
 * A Markdown table: what the whole pipeline scores, and by how much each ingredient's absence changes it. A figure
 * that a setting does not have (no unanswerable questions) gets no column.
 */
export function ablationTable(names: readonly string[], columns: readonly AblationColumn[]): string {
  const cells = columns.flatMap(({ setting, whole, ablated }) =>
    FIGURES.filter(([, figure]) => figure(whole) !== undefined).map(([title, figure]) => ({
      title: `${setting}: ${title}`,
      whole: decimal(figure(whole)),
      differences: ablated.map((summary) => difference(figure(summary), figure(whole))),
    })),
  )
  return markdownTable(
    ['without', ...cells.map(({ title }) => title)],
    [
      ['nothing (the whole pipeline)', ...cells.map(({ whole }) => whole)],
      ...names.map((name, at) => [name, ...cells.map(({ differences }) => differences[at] ?? '')]),
    ],
  )
}

/** In points (hundredths), signed. */
function difference(ablated: number | undefined, whole: number | undefined): string {
  if (ablated === undefined || whole === undefined) return ''
  const points = Math.round((ablated - whole) * 1000) / 10
  if (points === 0) return '0'
  return points > 0 ? `+${points.toFixed(1)}` : `−${Math.abs(points).toFixed(1)}`
}
