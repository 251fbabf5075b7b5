import type { Span } from '../../domain/span.ts'
import type { Dimension } from './units.ts'

/** A number and what it counts or measures, in the dimension's own unit. */
export interface Quantity extends Span {
  readonly dimension: Dimension
  readonly value: number
  /** How much of the dimension's own unit is the unit that it is written in; 1 without one. */
  readonly factor: number
  /**
   * How firmly a text says it: `one` of something in words ("one week", 一年) may as well say which or how often;
   * `implied` is the two in "both", `some` any number in "several minutes".
   */
  readonly said: 'outright' | 'one' | 'implied' | 'some'
}

/** Dimensions that a text may leave open: 元 of any country, 度 of either scale, a bare number. */
const OPEN: Readonly<Partial<Record<Dimension, readonly Dimension[]>>> = {
  yuan: ['CNY', 'TWD', 'HKD'],
  degrees: ['celsius', 'fahrenheit'],
  count: ['year', 'ordinal', 'bits', 'times'],
  // In months, as years are.
  age: ['months'],
}

/** What floating point makes of one number that is written in two ways: 16.5亿 and 1.65 billion. */
const ROUNDING = 1e-9

/** Whether two quantities say the same: 460亿 and 46 billion, 三成 and 30 %, two weeks and 14 天. */
export function isSameQuantity(a: Quantity, b: Quantity): boolean {
  if (a.said === 'some' || b.said === 'some') return a.dimension === b.dimension && a.factor === b.factor
  if (isSameDimension(a.dimension, b.dimension)) return isSameValue(a.value, b.value)
  // "residents over 65" and 六十五岁.
  return [a, b].some(({ dimension }) => dimension === 'age') &&
    [a, b].some(({ dimension }) => dimension === 'count')
    ? a.value / a.factor === b.value / b.factor
    : false
}

function isSameDimension(a: Dimension, b: Dimension): boolean {
  return a === b || OPEN[a]?.includes(b) === true || OPEN[b]?.includes(a) === true
}

function isSameValue(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b))
}

/**
 * The quantities of a claim that its evidence does not hold. One of something ("one week") is wanting only where the
 * evidence counts in the same unit, some of it only where the evidence has some of another unit, and a rate only where that
 * has another; what else is implied is never wanting.
 */
export function unsupportedQuantities(claim: readonly Quantity[], evidence: readonly Quantity[]): Quantity[] {
  return claim.filter((quantity) => {
    const { dimension, factor, said } = quantity
    if (evidence.some((other) => isSameQuantity(quantity, other))) return false
    const alike = evidence.filter((other) => other.dimension === dimension)
    if (said === 'some') return alike.some((other) => other.said === 'some')
    if (said === 'implied') return dimension === 'frequency' && alike.length > 0
    return said === 'outright' || alike.some((other) => other.factor === factor)
  })
}
