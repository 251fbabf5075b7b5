import type { Block } from '../../domain/block.ts'
import type { Span } from '../../domain/span.ts'
import { itemAt } from '../../item-at.ts'
import type { Fits } from './room.ts'

/** How much of a block is quoted: no more than is needed, or also what says nearly as much and what explains it. */
export type Generosity = 'least' | 'enough'

/** The choice of words in a block of a paragraph. */
export interface BlockChoice {
  /** Text of the paragraph; all offsets are in it. */
  readonly text: string
  readonly block: Block
  /** The words that matter, within the block. */
  readonly focus: Span
  /** How well a sentence, a line, an item or a row answers; −∞ where it was not read. */
  readonly scoreOf: (unit: Span) => number
  readonly generosity: Generosity
  readonly fits: Fits
  /** Whether a sentence, an item or a row that does not fit is cut; it is not quoted otherwise. */
  readonly mayCut: boolean
}

/** A unit beside the chosen ones joins them from this share of the best one's score, if there is room. */
const NEARLY_AS_GOOD = 0.75
/** No more than this join that say less than the best: the lines of a changelog have most words in common. */
const MOST_LESSER = 4

/** A run of units, by the places of its first and last. */
export interface Run {
  readonly first: number
  readonly last: number
}

/** The units that the words that matter stand in; undefined where they stand in none. */
export function unitsIn(units: readonly Span[], focus: Span): Run | undefined {
  const first = units.findIndex(({ end }) => end > focus.start)
  const last = units.findLastIndex(({ start }) => start < focus.end)
  return first < 0 || last < first ? undefined : { first, last }
}

export function spanOfRun(units: readonly Span[], { first, last }: Run): Span {
  return { start: itemAt(units, first).start, end: itemAt(units, last).end }
}

/** Takes in the neighbours on both sides that say nearly as much as the best unit of all, while they fit. */
export function takeNearlyAsGood(units: readonly Span[], run: Run, choice: BlockChoice): Run {
  if (choice.generosity === 'least') return run
  const score = (i: number) => {
    const unit = units[i]
    return unit === undefined ? Number.NEGATIVE_INFINITY : choice.scoreOf(unit)
  }
  const best = units.reduce((most, _, i) => Math.max(most, score(i)), 0)
  const enough = NEARLY_AS_GOOD * best
  let lesser = 0
  let { first, last } = run
  const joins = (i: number) => score(i) >= enough && score(i) > 0
  for (;;) {
    const next = { first, last: last + 1 }
    const previous = { first: first - 1, last }
    // What follows explains more often than what goes before.
    const wider = score(last + 1) >= score(first - 1) ? next : previous
    if (!joins(wider === next ? last + 1 : first - 1) || !choice.fits(spanOfRun(units, wider))) break
    if (score(wider === next ? next.last : previous.first) < best && ++lesser > MOST_LESSER) break
    first = wider.first
    last = wider.last
  }
  return { first, last }
}
