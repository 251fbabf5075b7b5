import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeQuotes } from '../../../src/answer/markdown/compose-answer.ts'
import { CodeFences, markersIn, replaceMarkers } from '../../../src/answer/markdown/markers.ts'
import { arbitraryBlocks } from '../../support/corpora/arbitrary-paragraphs.ts'
import { paragraphOf } from '../../support/corpora/paragraphs.ts'
import { markersOf } from '../../support/read-markdown.ts'

const ANSWER = 'Write:\n\n````js\nrows[1]\n```\nrows[2]\n````\n\n[1] Or [2].'

describe('markersIn', () => {
  it('tells markers from code', () => {
    const markers = markersIn(ANSWER)
    expect(markers.map(({ start, end }) => ANSWER.slice(start, end))).toEqual(['[1]', '[2]'])
    expect(markers.map(({ start }) => start)).toEqual([ANSWER.lastIndexOf('[1]'), ANSWER.lastIndexOf('[2]')])
  })

  it('finds what a reader of the rendered Markdown sees', () => {
    fc.assert(
      fc.property(fc.array(arbitraryBlocks, { minLength: 1, maxLength: 3 }), (paragraphs) => {
        const quotes = paragraphs.map((blocks) => {
          const paragraph = paragraphOf(blocks)
          return { paragraph, start: 0, end: paragraph.text.length }
        })
        const answer = composeQuotes(quotes)
        expect(markersIn(answer).map(({ marker }) => marker)).toEqual(markersOf(answer))
      }),
      { numRuns: 50 },
    )
  })
})

describe('replaceMarkers', () => {
  it('replaces the same markers however the answer arrives', () => {
    const whole = replaceMarkers(ANSWER, new CodeFences(), (marker) => `<${marker}>`)
    expect(whole).toBe('Write:\n\n````js\nrows[1]\n```\nrows[2]\n````\n\n<1> Or <2>.')
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 60, maxLength: 60 }), (lengths) => {
        const fences = new CodeFences()
        let at = 0
        let replaced = ''
        // Nothing that looks like a marker is split.
        for (const length of lengths) {
          let end = at + length
          while (/\[\d*$/.test(ANSWER.slice(at, end))) end++
          replaced += replaceMarkers(ANSWER.slice(at, end), fences, (marker) => `<${marker}>`)
          at = end
        }
        expect(replaced + ANSWER.slice(at)).toBe(whole)
      }),
    )
  })
})
