import type { Span } from '../../../domain/span.ts'
import { trimmedSpan } from '../../blocks/lines.ts'
import { type BlockChoice, type Run, spanOfRun, unitsIn } from '../block-choice.ts'
import { cutHard } from '../hard-cut.ts'
import {
  type CodeLine,
  codeLinesIn,
  type Statement,
  statementBeside,
  statementsAround,
} from './code-statements.ts'

/** Longest piece of code that is quoted. */
const MOST_LINES = 40

/**
 * A whole piece of code, or of a longer one the largest statement around the words that matter that fits, with as many
 * of its neighbours as fit; of a single line too long to read, a part.
 */
export function chooseCode(choice: BlockChoice): Span | undefined {
  const { text, block, focus, mayCut } = choice
  const lines = codeLinesIn(text, block)
  const spanOf = ({ first, last }: Run): Span => trimmedSpan(text, spanOfRun(lines, { first, last }))
  const fits = (run: Run) => run.last - run.first < MOST_LINES && choice.fits(spanOf(run))

  const whole = { first: 0, last: lines.length - 1 }
  if (fits(whole)) return spanOf(whole)
  const here = unitsIn(lines, focus) ?? { first: 0, last: 0 }
  const statement = statementsAround(lines, here).find(fits)
  if (statement !== undefined) return spanOf(growByStatements(lines, statement, fits))
  if (!mayCut) return undefined
  const line = { first: here.first, last: here.first }
  if (fits(line)) return spanOf(growByLines(lines, line, fits))
  return cutHard(text, spanOf(line), focus, choice.fits)
}

type RunFits = (run: Run) => boolean

function growByStatements(
  lines: readonly CodeLine[],
  { indentation, ...run }: Statement,
  fits: RunFits,
): Run {
  return grow(run, fits, (grown, step) => statementBeside(lines, { ...grown, indentation }, step))
}

function growByLines(lines: readonly CodeLine[], run: Run, fits: RunFits): Run {
  return grow(run, fits, ({ first, last }, step) => {
    const at = step > 0 ? last + 1 : first - 1
    return lines[at] === undefined ? undefined : { first: at, last: at }
  })
}

/** Takes in what stands below and above in turn, while it fits. */
function grow(run: Run, fits: RunFits, beside: (run: Run, step: 1 | -1) => Run | undefined): Run {
  let grown = run
  const open = new Set<1 | -1>([1, -1])
  while (open.size > 0) {
    for (const step of open) {
      const more = beside(grown, step)
      const wider = more && {
        first: Math.min(grown.first, more.first),
        last: Math.max(grown.last, more.last),
      }
      if (wider !== undefined && fits(wider)) grown = wider
      else open.delete(step)
    }
  }
  return grown
}
