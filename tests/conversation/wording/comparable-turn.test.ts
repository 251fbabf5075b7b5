import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparableTurn } from '../../../src/conversation/wording/comparable-turn.ts'

const same = (word: string) => word

describe('comparableTurn', () => {
  it.each([
    ['What’s UP', 'whats up'],
    ['謝謝！妳', '谢谢!你'],
    ['什么 什麼', '什么 什么'],
    ['Docker 是什麼 嗎', 'docker是什么 吗'],
    ['hi-dpi  stop() a\n b', 'hi-dpi stop() a\nb'],
  ])('%j → %j', (turn, text) => {
    expect(comparableTurn(turn, same).text).toBe(text)
  })

  it('has words spelt', () => {
    const { text, sourceOf } = comparableTurn('thx, Lambda?', (word) => (word === 'thx' ? 'thanks' : word))
    expect(text).toBe('thanks, lambda?')
    expect(sourceOf(text.indexOf('lambda'))).toBe(5)
  })

  it('tells where each place comes from, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (turn) => {
        const { text, sourceOf } = comparableTurn(turn, same)
        const places = Array.from({ length: text.length + 1 }, (_, at) => sourceOf(at))
        expect(places.at(-1)).toBe(turn.length)
        expect([...places].sort((a, b) => a - b)).toEqual(places)
      }),
    )
  })
})
