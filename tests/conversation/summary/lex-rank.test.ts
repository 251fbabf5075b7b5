import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cosine, lexRank, sentenceVectors } from '../../../src/conversation/summary/lex-rank.ts'

const vectorsOf = (...sentences: string[]) =>
  sentenceVectors(sentences.map((words) => new Map(words.split(' ').map((word) => [word, 1]))))

describe('lexRank', () => {
  it('ranks the sentence first that others are like', () => {
    const vectors = vectorsOf('tea house london', 'tea house', 'house london', 'railway price')
    const ranks = lexRank(vectors, [1, 1, 1, 1])
    expect(ranks.indexOf(Math.max(...ranks))).toBe(0)
  })

  it('follows the prior where no sentence is like another', () => {
    const ranks = lexRank(vectorsOf('a', 'b', 'c'), [1, 3, 1])
    expect(ranks[1]).toBeCloseTo(0.6)
  })

  it('shares out 1, whatever the sentences', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd')
    const sentence = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(fc.tuple(sentence, fc.nat(5)), { minLength: 1, maxLength: 12 }), (sentences) => {
        const ranks = lexRank(
          vectorsOf(...sentences.map(([words]) => words)),
          sentences.map(([, prior]) => prior),
        )
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1)
        expect(Math.min(...ranks)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('sentenceVectors', () => {
  it('are as alike as the rarer words that they share', () => {
    const [a, b, c] = vectorsOf('the tea', 'the house', 'house tea', 'the', 'the')
    if (a === undefined || b === undefined || c === undefined) throw new Error('no vector')
    expect(cosine(a, a)).toBeCloseTo(1)
    expect(cosine(a, c)).toBeGreaterThan(cosine(a, b))
  })
})
