import { describe, expect, it } from 'vitest'
import { itemAt } from '../src/item-at.ts'

describe('itemAt', () => {
  it('gives the item of a row, zeros and empty strings too', () => {
    expect(itemAt(Uint32Array.of(7, 0), 1)).toBe(0)
    expect(itemAt(['a', ''], 1)).toBe('')
  })

  it.each([-1, 2, 0.5, Number.NaN])('does not take %s for the row 0', (row) => {
    expect(() => itemAt([5, 6], row)).toThrow(RangeError)
  })
})
