import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../src/text/edit-distance.ts'

/** The definition, word for word, in exponential time. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const edits = [
    plainDistance(a.slice(1), b) + 1,
    plainDistance(a, b.slice(1)) + 1,
    plainDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ]
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0])
    edits.push(plainDistance(a.slice(2), b.slice(2)) + 1)
  return Math.min(...edits)
}

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['docker', 'docker', 0],
    ['rackspace', 'raskspace', 1],
    ['openstack', 'opnestack', 1],
    ['unikernels', 'unikernals', 1],
    ['kubernetes', 'kubernets', 1],
    ['eucalyptus', 'eucaliptus', 1],
    ['ca', 'abc', 3],
    ['docker', 'rocket', 2],
    ['', 'abc', 3],
  ])('%s → %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance)
    expect(editDistance(b, a, 5)).toBe(distance)
  })

  it('is what the definition says, up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 7 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1))
      }),
      { numRuns: 300 },
    )
  })
})
