import { describe, expect, it } from 'vitest'
import { baseFormsOf, irregularFormsOf, otherSpellingsOf } from '../../../src/text/english/english-forms.ts'

describe('irregularFormsOf', () => {
  it.each([
    ['sold', ['sell']],
    ['take', ['took', 'taken']],
    ['indices', ['index']],
    ['override', ['overrode', 'overridden']],
  ])('knows the other forms of %s', (word, forms) => {
    expect(irregularFormsOf(word)).toEqual(expect.arrayContaining(forms))
  })

  it('knows all words that a form belongs to', () => {
    expect(irregularFormsOf('lay')).toEqual(expect.arrayContaining(['laid', 'lie', 'lain']))
  })

  it.each(['install', 'lay out', ''])('knows none of %j, whose forms stemming finds', (word) => {
    expect(irregularFormsOf(word)).toEqual([])
  })
})

describe('baseFormsOf', () => {
  it.each([
    ['wrote', ['wrote', 'write']],
    ['lay', ['lay', 'lie']],
    ['bigger', ['bigger', 'bigg', 'bigge', 'big']],
    ['earliest', ['earliest', 'early']],
    ['write', ['write']],
  ])('of %s', (word, bases) => {
    expect(baseFormsOf(word)).toEqual(bases)
  })
})

describe('otherSpellingsOf', () => {
  it.each([
    ['serialise', 'serialize'],
    ['normalized', 'normalised'],
    ['organisation', 'organization'],
    ['behaviour', 'behavior'],
    ['colors', 'colours'],
    ['analyse', 'analyze'],
    ['centre', 'center'],
    ['metres', 'meters'],
    ['licence', 'license'],
    ['dialog', 'dialogue'],
  ])('spells %s as %s', (word, other) => {
    expect(otherSpellingsOf(word)).toContain(other)
  })

  it.each(['four', 'size', 'ours', 'docker', 'token'])('leaves %s alone', (word) => {
    expect(otherSpellingsOf(word)).toEqual([])
  })
})
