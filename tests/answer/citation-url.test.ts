import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articlePath, citationUrl, parseMarks } from '../../src/answer/citation-url.ts'
import { anchorOf } from '../../src/paragraph-id.ts'

const paragraph = { id: 'cloud#3f9a2c', article: 'cloud' }

describe('citationUrl', () => {
  it('names the article, the marked words and the paragraph', () => {
    expect(citationUrl(paragraph, { start: 0, end: 31 })).toBe('/articles/cloud?mark=3f9a2c.0-31#3f9a2c')
  })

  it('names several marks', () => {
    expect(citationUrl(paragraph, { start: 0, end: 3 }, { start: 9, end: 12 })).toBe(
      '/articles/cloud?mark=3f9a2c.0-3&mark=3f9a2c.9-12#3f9a2c',
    )
  })

  it('opens the paragraph alone when nothing is quoted', () => {
    expect(citationUrl(paragraph)).toBe('/articles/cloud#3f9a2c')
  })

  it.each([
    ['雲計算', '/articles/%E9%9B%B2%E8%A8%88%E7%AE%97'],
    ['guides/first steps', '/articles/guides/first%20steps'],
    ['what?#now', '/articles/what%3F%23now'],
  ])('escapes the article id %s', (id, path) => {
    expect(articlePath(id)).toBe(path)
  })

  it('takes the anchor after the last #', () => {
    expect(anchorOf('c#/notes#ab12-2')).toBe('ab12-2')
  })
})

describe('parseMarks', () => {
  const parse = (query: string) => parseMarks(new URLSearchParams(query))

  it('reads back what citationUrl wrote', () => {
    const span = fc.record({ start: fc.nat(9999), length: fc.integer({ min: 1, max: 999 }) })
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9a-f]{6,16}(-\d)?$/),
        fc.array(span, { maxLength: 5 }),
        (anchor, spans) => {
          const marks = spans.map(({ start, length }) => ({ start, end: start + length }))
          const url = new URL(citationUrl({ id: `a#${anchor}`, article: 'a' }, ...marks), 'http://localhost')
          expect(parseMarks(url.searchParams)).toEqual(marks.map((mark) => ({ anchor, ...mark })))
          expect(url.hash).toBe(`#${anchor}`)
        },
      ),
    )
  })

  it.each([
    'mark=',
    'mark=3f9a2c',
    'mark=3f9a2c.5',
    'mark=3f9a2c.5-',
    'mark=3f9a2c.-1-5',
    'mark=3f9a2c.5-5',
    'mark=3f9a2c.9-5',
    'mark=3f9a2c.1-5e3',
    'mark="><script>.0-5',
    'mark=3f9a2c.0-99999999999999999999',
    'note=3f9a2c.0-5',
  ])('leaves out %s', (query) => {
    expect(parse(query)).toEqual([])
  })

  it('is bounded', () => {
    expect(parse('mark=ab.0-1&'.repeat(500)).length).toBe(20)
  })
})
