import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Citation } from '../../src/domain/citation.ts'
import { annotationsOf, MarkerLinks } from '../../src/openai/sources.ts'
import { fakeAsk } from '../support/fake-snapshot.ts'

const ORIGIN = 'https://ask.example.org'

async function citationsWith(...changes: Partial<Citation>[]): Promise<Citation[]> {
  const [citation] = (await fakeAsk({ question: 'Lambda' })).citations
  return changes.map((change, at) => ({
    ...(citation as Citation),
    marker: at + 1,
    url: `/articles/a${at}`,
    ...change,
  }))
}

describe('annotationsOf', () => {
  it('points at the first marker of each source', async () => {
    const text = 'One.[1] Two.[2] One again.[1]'
    const annotations = annotationsOf(text, await citationsWith({}, {}), ORIGIN)
    expect(annotations.map(({ start_index, end_index }) => text.slice(start_index, end_index))).toEqual([
      '[1]',
      '[2]',
    ])
    expect(annotations.map(({ start_index }) => start_index)).toEqual([4, 12])
    expect(annotations.map(({ url }) => url)).toEqual([`${ORIGIN}/articles/a0`, `${ORIGIN}/articles/a1`])
  })

  it('takes no index in code for a marker', async () => {
    const text = '```js\nrows[1]\n```\n\n[1]'
    const [annotation] = annotationsOf(text, await citationsWith({}), ORIGIN)
    expect(annotation?.start_index).toBe(text.lastIndexOf('[1]'))
  })

  it('names the paragraph and the quote, on one line', async () => {
    const citations = await citationsWith(
      { title: 'Tea', paragraph: 3, quote: 'one\ntwo' },
      { title: 'Tea', paragraph: 0, quote: 'gitmilk' },
    )
    const titles = annotationsOf('[1][2]', citations, ORIGIN).map(({ title }) => title)
    expect(titles).toEqual(['Tea · ¶ 3 — “one two”', 'Tea — “gitmilk”'])
  })
})

describe('MarkerLinks', () => {
  it('turns markers into links however the text is cut, and leaves all else alone', async () => {
    const citations = await citationsWith({}, { url: '/articles/b(1)' }, { marker: 0 })
    const text = '```js\nrows[0]\n```\n\nOne.[1] Not one: [3], [x], [, ［1］ [2].[1]['
    const linked = text
      .replaceAll('[1]', `[\\[1\\]](${ORIGIN}/articles/a0)`)
      .replaceAll('[2]', `[\\[2\\]](${ORIGIN}/articles/b%281%29)`)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: text.length })), (cuts) => {
        const links = new MarkerLinks(ORIGIN)
        links.know(citations)
        const places = [0, ...cuts.sort((a, b) => a - b), text.length]
        const pieces = places.slice(1).map((end, at) => links.add(text.slice(places[at], end)))
        expect([...pieces, links.finish()].join('')).toBe(linked)
      }),
    )
  })
})
