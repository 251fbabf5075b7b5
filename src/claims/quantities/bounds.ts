import type { ReadText } from '../reading/read-text.ts'
import { isSameQuantity, type Quantity } from './quantity.ts'

type Bound = 'upper' | 'lower'

const UPPER_BEFORE =
  /(?:\b(?:under|below|less than|fewer than|younger than|shorter than|at most|no more than|no longer than|up to|within)|不[超多]过|不多于|最多|至多|不到|少于|低于|小于|未满|不足)\s?(?:约|the age of |about )?$/iu
const LOWER_BEFORE =
  /(?:\b(?:over|above|more than|older than|longer than|at least|no less than|no fewer than|exceed(?:s|ed|ing)?|beyond)|(?<!不)[超多]过|至少|逾|多于|高于|大于|起码|不少于|不低于)\s?(?:约|the age of |about )?$/iu
const UPPER_AFTER = /^\s?(?:多?[个名人岁元天]?(?:以下|以内|之内)|or (?:less|fewer|younger|under|below))/iu
const LOWER_AFTER = /^\s?(?:[个名人岁元天]?(?:以上|之上)|or (?:more|older|over|above))/iu

/** How far before a quantity its bound may begin. */
const REACH = 20

function boundOf(text: string, { start, end }: Quantity): Bound | undefined {
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end)
  if (UPPER_BEFORE.test(before) || UPPER_AFTER.test(after)) return 'upper'
  if (LOWER_BEFORE.test(before) || LOWER_AFTER.test(after)) return 'lower'
  return undefined
}

/** Bounds that have a "not" in them, which turns nothing round any more. */
const DENYING_BOUND = /不[超多]过|不[到足多少]|不[低高]于|未满|\bno (?:more|less|fewer|longer) than\b/giu

function denies(text: string): boolean {
  return DENIES.test(text.replace(DENYING_BOUND, ''))
}

/** Words that turn a bound round: "not over 21" is no less than what "under" says. */
const DENIES = /\b(?:not|no|never|cannot|n't)\b|[不没未无非禁]/iu

/**
 * A quantity of a claim that is a bound on one side where all of its evidence has it as one on the other: under 21 where
 * that says over 21.
 */
export function turnsBound(claim: ReadText, evidence: readonly ReadText[]): Quantity | undefined {
  return claim.quantities.find((quantity) => {
    const own = boundOf(claim.text, quantity)
    if (own === undefined) return false
    const others = evidence.flatMap((read) =>
      read.quantities
        .filter((other) => isSameQuantity(quantity, other))
        .map((other) => boundOf(read.text, other)),
    )
    const isOther = others.length > 0 && others.every((bound) => bound !== undefined && bound !== own)
    // 未超过标准 and 在标准以内: a "not" on one side alone turns it round again.
    return isOther && denies(claim.text) === evidence.some(({ text }) => denies(text))
  })
}
