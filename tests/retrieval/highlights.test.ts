import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Highlighter } from '../../src/retrieval/highlights.ts'
import { analyseQuestion } from '../../src/retrieval/lexical/analyse-question.ts'
import { openSmallIndex, type SmallIndex } from '../support/corpora/small-corpus-index.ts'

describe('Highlighter', () => {
  let small: SmallIndex

  beforeAll(async () => {
    small = await openSmallIndex()
  })

  function highlighterOf(query: string): Highlighter {
    const { lexicalIndex } = small.index
    const terms = analyseQuestion([{ text: query, weight: 1, withoutNames: false }], lexicalIndex)
    return new Highlighter(terms, lexicalIndex)
  }

  function highlighted(query: string, text: string): string[] {
    return highlighterOf(query)
      .of(text)
      .map(({ start, end }) => text.slice(start, end))
  }

  it.each([
    ['the word itself', 'granite', 'built of granite.', ['granite']],
    ['another form of it', 'lighthouses', 'The first Lighthouse, on rocks', ['Lighthouse']],
    ['no full stop behind it', 'Twinings', 'bought Twinings.', ['Twinings']],
    ['a translation', '燈塔', 'The lighthouse is tall', ['lighthouse']],
    ['the other script', '收購', '它被收购了', ['收购']],
    ['a word that says the same', '購買', '它收購了茶館', ['收購']],
    ['words side by side as one', '茶館老顧客', '茶館的老顧客', ['茶館', '老顧客']],
    ['no single character of a word', '茶館', '喝茶的公館', []],
    ['a single character that was asked for', '茶', '喝茶', ['茶']],
    ['a number', '1964', '1964年,', ['1964']],
    ['nothing where nothing meets', 'granite', '茶館', []],
  ])('marks %s', (_what, query, text, words) => {
    expect(highlighted(query, text)).toEqual(words)
  })

  it('marks in order, without overlaps, whatever the text', () => {
    const highlighter = highlighterOf('Who built the lighthouse? 茶館是誰開的?')
    const anyText = fc
      .array(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('茶館', 'lighthouse', '燈塔', 'Built')),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(anyText, (text) => {
        let last = -1
        for (const { start, end } of highlighter.of(text)) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })
})
