import type { Span } from '../../domain/span.ts'
import { itemAt } from '../../item-at.ts'
import { linesIn, trimmedSpan } from '../blocks/lines.ts'
import { type BlockChoice, type Run, spanOfRun, takeNearlyAsGood, unitsIn } from './block-choice.ts'
import { cutSentence } from './cut-sentence.ts'

/** A list no longer than this is quoted as a whole; its items say little without one another. */
export const SHORT_LIST = 280
/** Numbered steps are, up to this. */
const SHORT_STEPS = 700

const NUMBERED = /^\d+\. /

interface Item extends Span {
  /** Spaces before it; what is nested in an item has more. */
  readonly indentation: number
}

/**
 * Items of a list: all of a short one; of a longer one those that the words that matter stand in, with what is nested in
 * them, and their neighbours that say nearly as much.
 */
export function chooseItems(choice: BlockChoice): Span | undefined {
  const { text, block, focus, fits, generosity } = choice
  const items = itemsOf(text, block)
  const whole = { first: 0, last: items.length - 1 }
  const run = unitsIn(items, focus) ?? { first: 0, last: 0 }
  const isShort =
    block.end - block.start <=
    (items.every(({ start }) => NUMBERED.test(text.slice(start, start + 12))) ? SHORT_STEPS : SHORT_LIST)
  const runs = [...(generosity === 'enough' && isShort ? [whole] : []), withNested(items, run), run]
  const fitting = runs.find((each) => fits(spanOfRun(items, each)))
  if (fitting !== undefined) return spanOfRun(items, takeNearlyAsGood(items, fitting, choice))
  const item = items[run.first] ?? block
  if (fits(item)) return { start: item.start, end: item.end }
  return choice.mayCut ? cutSentence(text, item, focus, fits) : undefined
}

function itemsOf(text: string, block: Span): Item[] {
  return linesIn(text, block).flatMap((line) => {
    const { start, end } = trimmedSpan(text, line)
    return end > start ? [{ start, end, indentation: start - line.start }] : []
  })
}

function withNested(items: readonly Item[], { first, last }: Run): Run {
  const outer = itemAt(items, last).indentation
  let to = last
  while ((items[to + 1]?.indentation ?? -1) > outer) to++
  return { first, last: to }
}
