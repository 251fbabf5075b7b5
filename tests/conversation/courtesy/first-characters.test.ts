import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstCharacters } from '../../../src/conversation/courtesy/first-characters.ts'

describe('firstCharacters', () => {
  it.each([
    ['hello', 'h'],
    ['(hi|hello|yo) there', 'hy'],
    ['(?:oh,? )?(thanks|cheers)', 'otc'],
    ['(so|well)* (?:much|many)?', 'sw '],
    ['a{0,3}b', 'ab'],
    ['a{1,3}b', 'a'],
    ['a??b', 'ab'],
    ['[嗨哈]囉', '嗨哈'],
    ['[ab]?c', 'abc'],
    ['(?=x)y|\\?!', 'y?'],
    ['(?<![a-z])(ok|好)', 'o好'],
    ['👋+ hi', '👋'],
    ['((a|b)?c)?d', 'abcd'],
  ])('knows what %s begins with', (source, characters) => {
    expect([...(firstCharacters(source) ?? [])].sort()).toEqual([...characters].sort())
  })

  it.each([
    '.a',
    '\\p{L}a',
    '\\sa',
    '[^a]b',
    '[a-c]d',
    'a*',
    '(a|)',
    '(a|\\w)b',
    '[\\s]b',
    '\\u{1F44B}a',
    '\\ba',
  ])('says of %s that anything may come first', (source) => {
    expect(firstCharacters(source)).toBeUndefined()
  })

  const atom = fc.constantFrom('a', 'b', '好', '👋', '[cd]', '(?:e|f)', '(g)', '\\?', '(?:hi)')
  const quantified = fc
    .tuple(atom, fc.constantFrom('', '', '?', '*', '+', '{0,2}', '{2}', '+?'))
    .map((parts) => parts.join(''))
  const sequence = fc.array(quantified, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
  const expression = fc.array(sequence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|'))

  it('names the first character of every match', () => {
    const matched = expression.chain((source) =>
      fc.tuple(fc.constant(source), fc.stringMatching(new RegExp(`^(?:${source})$`, 'u'))),
    )
    fc.assert(
      fc.property(matched, ([source, text]) => {
        const characters = firstCharacters(source)
        const [first] = text
        if (characters !== undefined) expect(characters).toContain(first)
      }),
      { numRuns: 500 },
    )
  })
})
