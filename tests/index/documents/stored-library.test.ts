import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/domain/article.ts'
import type { Paragraph } from '../../../src/domain/paragraph.ts'
import { IndexError } from '../../../src/errors.ts'
import { encodeLibrary } from '../../../src/index/documents/encode-library.ts'
import { StoredLibrary } from '../../../src/index/documents/stored-library.ts'
import { decodeContainer, encodeContainer } from '../../../src/index/format/container.ts'

const anyText = fc.string({ unit: 'grapheme' })
const anySpans = fc.array(fc.record({ start: fc.nat(1000), end: fc.nat(1000) }), { maxLength: 4 })
const anyKind = fc.constantFrom('prose' as const, 'list', 'table', 'code', 'quote')
const anyBlock = fc.record(
  {
    kind: anyKind,
    start: fc.nat(1000),
    end: fc.nat(1000),
    language: fc.constantFrom('ts', 'sh'),
    columns: fc.array(fc.constantFrom('none' as const, 'left', 'center', 'right'), { minLength: 1 }),
  },
  { requiredKeys: ['kind', 'start', 'end'] },
)

const anyStyle = fc.record(
  {
    style: fc.constantFrom('code' as const, 'strong', 'emphasis', 'link'),
    start: fc.nat(1000),
    end: fc.nat(1000),
    href: fc.constantFrom('https://example.org/', 'http://example.org/a'),
  },
  { requiredKeys: ['style', 'start', 'end'] },
)

const anyArticle = (id: string): fc.Arbitrary<Article> =>
  fc
    .record({
      head: fc.record(
        { title: anyText, source: anyText, author: anyText, date: anyText, language: anyText, url: anyText },
        { requiredKeys: ['title', 'source'] },
      ),
      sections: fc.array(fc.record({ heading: anyText, level: fc.nat(6), position: fc.nat(9) }), {
        maxLength: 3,
      }),
      paragraphs: fc.array(
        fc.record({
          hash: fc.stringMatching(/^[0-9a-f]{1,12}$/),
          section: anyText,
          kind: anyKind,
          text: anyText,
          blocks: fc.array(anyBlock, { minLength: 1, maxLength: 3 }),
          sentences: anySpans,
          styles: fc.option(fc.array(anyStyle, { minLength: 1, maxLength: 3 }), { nil: undefined }),
        }),
        { maxLength: 5 },
      ),
    })
    .map(({ head, sections, paragraphs }) => ({
      ...head,
      id,
      sections,
      paragraphs: paragraphs.map(
        ({ hash, ...rest }, at): Paragraph => ({
          ...rest,
          id: `${id}#${hash}`,
          article: id,
          position: at + 1,
        }),
      ),
    }))

const anyArticles = fc
  .uniqueArray(anyText, { maxLength: 6 })
  .chain((ids) => fc.tuple(...ids.map((id) => anyArticle(id))))

const reopened = (articles: readonly Article[]) =>
  new StoredLibrary(decodeContainer(encodeContainer(encodeLibrary(articles))))

describe('stored library', () => {
  it('gives back every article and paragraph', () => {
    fc.assert(
      fc.property(anyArticles, (articles) => {
        const library = reopened(articles)
        const paragraphs = articles.flatMap((article) => article.paragraphs)
        expect(library.articleCount).toBe(articles.length)
        expect(library.paragraphCount).toBe(paragraphs.length)
        expect(articles.map((_, row) => library.articleAt(row))).toEqual(articles)
        expect(paragraphs.map((_, row) => library.paragraphAt(row))).toEqual(paragraphs)
        for (const article of articles) {
          expect(library.article(article.id)).toEqual(article)
          const { start, end } = library.paragraphRows(article.id) ?? { start: -1, end: -1 }
          expect(paragraphs.slice(start, end)).toEqual(article.paragraphs)
        }
      }),
    )
  })

  it('knows no article by another id', () => {
    fc.assert(
      fc.property(anyArticles, anyText, (articles, id) => {
        fc.pre(articles.every((article) => article.id !== id))
        expect(reopened(articles).article(id)).toBeUndefined()
        expect(reopened(articles).paragraphRows(id)).toBeUndefined()
      }),
    )
  })

  it('has nothing outside its rows', () => {
    const library = reopened([])
    for (const row of [-1, 0, 0.5]) {
      expect(() => library.articleAt(row)).toThrow(RangeError)
      expect(() => library.paragraphAt(row)).toThrow(RangeError)
    }
  })

  it('refuses sections that do not fit together', () => {
    const sections = encodeLibrary([{ id: 'a', title: '', source: 'a.md', sections: [], paragraphs: [] }])
    for (const name of Object.keys(sections)) {
      const { [name]: _, ...others } = sections
      expect(() => new StoredLibrary(others), name).toThrow(IndexError)
    }
    expect(() => new StoredLibrary({ ...sections, kinds: Uint8Array.of(0) })).toThrow(IndexError)
  })
})
