import type { Span } from '../../domain/span.ts'
import { linesIn, trimmedSpan } from '../blocks/lines.ts'
import { type BlockChoice, spanOfRun, takeNearlyAsGood, unitsIn } from './block-choice.ts'
import { cutSentence } from './cut-sentence.ts'

/**
 * Rows of a table: those that the words that matter stand in, and their neighbours that say nearly as much. Where they
 * stand in the row that names the columns, all rows that fit.
 */
export function chooseRows(choice: BlockChoice): Span | undefined {
  const { text, block, focus, fits } = choice
  const rows = linesIn(text, block)
    .map((line) => trimmedSpan(text, line))
    .filter(({ start, end }) => end > start)
  let run = unitsIn(rows, focus) ?? { first: 0, last: 0 }
  const first = rows[run.first] ?? block
  if (!fits(spanOfRun(rows, run))) {
    if (fits(first)) return first
    return choice.mayCut ? cutSentence(text, first, focus, fits) : undefined
  }
  const asksForAll = run.first === 0
  if (!asksForAll) return spanOfRun(rows, takeNearlyAsGood(rows, run, choice))
  while (run.last < rows.length - 1 && fits(spanOfRun(rows, { ...run, last: run.last + 1 })))
    run = { ...run, last: run.last + 1 }
  return spanOfRun(rows, run)
}
