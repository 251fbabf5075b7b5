import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ReadSentences,
  SentenceTerms,
  SentenceTermsBuilder,
} from '../../../src/index/lexical/sentence-terms.ts'

const terms = fc.uniqueArray(fc.nat(300_000), { maxLength: 12 })
const paragraphs = fc.array(fc.array(terms, { maxLength: 5 }), { maxLength: 8 })

describe('SentenceTerms', () => {
  it('gives each sentence its terms back, ascending, under their final numbers', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(1000), (given, shift) => {
        const builder = new SentenceTermsBuilder()
        for (const sentences of given) builder.add(sentences)
        const places = Uint32Array.from({ length: 300_001 }, (_, term) => term + shift)
        const stored = SentenceTerms.fromSections(builder.finish(places).toSections())
        expect(stored.paragraphCount).toBe(given.length)
        for (const [row, sentences] of given.entries()) {
          const expected = sentences.map((each) => each.map((term) => term + shift).sort((a, b) => a - b))
          expect(stored.of(row).map((each) => Array.from(each))).toEqual(expected)
        }
        expect(stored.of(given.length)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('reads one paragraph after the other into the same room', () => {
    const long = [Array.from({ length: 2000 }, (_, term) => 200 * term), [1]]
    const short = [[7], [], [3, 300_000]]
    const builder = new SentenceTermsBuilder()
    for (const sentences of [short, long, [], short]) builder.add(sentences)
    const stored = builder.finish(Uint32Array.from({ length: 400_000 }, (_, term) => term))
    const room = new ReadSentences()
    const termsOf = (row: number) => {
      const { count, terms } = stored.read(row, room)
      return Array.from({ length: count }, (_, at) => [
        ...terms.slice(room.startOf(at), room.startOf(at + 1)),
      ])
    }
    expect([0, 1, 2, 3, 4].map(termsOf)).toEqual([short, long, [], short, []])
  })

  it('refuses sections that do not fit', () => {
    const sections = { starts: new Uint32Array([0, 3]), bytes: new Uint8Array(2) }
    expect(() => SentenceTerms.fromSections(sections)).toThrow(/damaged/)
  })
})
