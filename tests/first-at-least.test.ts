import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstAtLeast } from '../src/first-at-least.ts'

describe('firstAtLeast', () => {
  it('finds what looking at each number in turn finds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(21), (numbers, value) => {
        const ascending = numbers.toSorted((a, b) => a - b)
        const place = ascending.findIndex((number) => number >= value)
        expect(firstAtLeast(ascending, value)).toBe(place < 0 ? ascending.length : place)
      }),
    )
  })
})
