import { describe, expect, it } from 'vitest'
import { writtenOverview } from '../../../src/conversation/summary/written-overview.ts'
import { parseArticle } from '../../../src/corpus/parse-article.ts'

const { paragraphs } = parseArticle({
  path: 'tea.md',
  text: '# Tea\n\nTea is hot.\n\nTea is old.\n\nTea is cheap.\n\nTea is green.\n',
})
const overview = paragraphs.map(({ position, text }) => ({ position, start: 0, end: text.length }))

describe('writtenOverview', () => {
  const words = (count: number, room: number) =>
    writtenOverview({ paragraphs, overview }, { count, room }).map(({ paragraph, start, end }) =>
      paragraph.text.slice(start, end),
    )

  it('holds the chosen words, as far as there is room', () => {
    expect(words(4, 900)).toEqual(['Tea is hot.', 'Tea is old.', 'Tea is cheap.', 'Tea is green.'])
    expect(words(4, 24)).toEqual(['Tea is hot.', 'Tea is old.'])
  })

  it('takes fewer from all parts', () => {
    expect(words(2, 900)).toEqual(['Tea is hot.', 'Tea is cheap.'])
  })

  it('takes what came of it all where there is room for one', () => {
    expect(words(1, 900)).toEqual(['Tea is green.'])
  })

  it('is empty where nothing was chosen', () => {
    expect(writtenOverview({ paragraphs }, { count: 4, room: 900 })).toEqual([])
  })
})
