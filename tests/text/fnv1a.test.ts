import { describe, expect, it } from 'vitest'
import { fnv1a, foldedHash } from '../../src/text/fnv1a.ts'

describe('fnv1a', () => {
  // As published with the algorithm, for texts of one byte a character.
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('hashes "%s"', (text, hash) => {
    expect(fnv1a(text, 0, text.length) >>> 0).toBe(hash)
  })

  it('hashes a piece of a text like the piece alone', () => {
    expect(foldedHash('a foobar', 2, 8)).toBe(foldedHash('foobar'))
  })
})
