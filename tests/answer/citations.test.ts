import { describe, expect, it } from 'vitest'
import { type Claim, citationsOf, relatedParagraph } from '../../src/answer/citations.ts'
import { FootnoteError } from '../../src/errors.ts'
import { paragraphOf } from '../support/corpora/paragraphs.ts'
import { smallCorpus } from '../support/corpora/small-corpus.ts'

const QUOTE = 'Associated British Foods 收購了 Twinings'

function claimOf(changes: Partial<Claim> = {}): Claim {
  const article = smallCorpus().articles.find(({ id }) => id === 'tea')
  const paragraph = article?.paragraphs[2]
  if (article === undefined || paragraph === undefined) throw new Error('no such paragraph')
  const start = paragraph.text.indexOf(QUOTE)
  return { article, paragraph, quote: QUOTE, start, end: start + QUOTE.length, score: 0.9, ...changes }
}

describe('citationsOf', () => {
  it('says where the words stand', () => {
    const claim = claimOf()
    const [citation] = citationsOf([claim])
    expect(citation).toEqual({
      marker: 1,
      id: claim.paragraph.id,
      article: 'tea',
      title: '茶的故事',
      section: '收購',
      paragraph: 3,
      kind: 'prose',
      language: 'zh-Hant',
      textStart: 0,
      quote: QUOTE,
      start: claim.start,
      end: claim.end,
      text: claim.paragraph.text,
      url: expect.stringContaining(`.${claim.start}-${claim.end}#`),
      score: 0.9,
    })
    expect(citation?.text.slice(citation.start, citation.end)).toBe(citation?.quote)
  })

  it('cuts a very long paragraph around the quote, and links to where that stands in all of it', () => {
    const paragraph = paragraphOf([
      { kind: 'prose', text: `${'一句話。'.repeat(1000)}答案。${'一句話。'.repeat(1000)}` },
    ])
    const span = { start: 4000, end: 4003 }
    const [citation] = citationsOf([claimOf({ ...span, paragraph, quote: '答案。' })])
    expect(citation?.text.length).toBeLessThanOrEqual(2000)
    expect(citation?.text.slice(citation.start, citation.end)).toBe('答案。')
    expect((citation?.textStart ?? 0) + (citation?.start ?? 0)).toBe(span.start)
    expect(citation?.url).toContain('.4000-4003#')
  })

  it('says of which kind the quoted block is, and of words in several what the first leads to', () => {
    const paragraph = paragraphOf([
      { kind: 'prose', text: 'Run this:' },
      { kind: 'code', text: 'make tea' },
      { kind: 'list', text: 'one\ntwo' },
    ])
    const kindOf = (quote: string) => {
      const start = paragraph.text.indexOf(quote)
      return citationsOf([claimOf({ paragraph, quote, start, end: start + quote.length })])[0]?.kind
    }
    expect(['Run this:', 'make tea', 'two'].map(kindOf)).toEqual(['prose', 'code', 'list'])
    expect(kindOf('Run this:\n\nmake tea')).toBe('code')
    expect(kindOf('tea\n\none')).toBe('code')
  })

  it('numbers them from 1, in order', () => {
    expect(citationsOf([claimOf(), claimOf(), claimOf()]).map(({ marker }) => marker)).toEqual([1, 2, 3])
    expect(citationsOf([])).toEqual([])
  })

  it.each<[string, Partial<Claim>]>([
    ['whose words the paragraph does not hold', { quote: 'Associated British Foods 收購了 Harrods' }],
    ['in other characters', { quote: 'Associated British Foods 收购了 Twinings' }],
    ['in other case', { quote: QUOTE.toLowerCase() }],
    ['with other white space', { quote: QUOTE.replace(' ', '\u00a0') }],
    ['that stands elsewhere', { start: 0, end: QUOTE.length }],
    ['that ends elsewhere', { end: 10_000 }],
    ['of no words', { quote: '', start: 3, end: 3 }],
    ['with an offset before the text', { start: -QUOTE.length }],
    ['with a fraction for an offset', { start: Number.NaN }],
  ])('lets no quote out %s', (_, forged) => {
    expect(() => citationsOf([claimOf(), claimOf(forged)])).toThrow(FootnoteError)
  })

  it('tells developers where, and clients nothing', () => {
    try {
      citationsOf([claimOf({ quote: 'forged' })])
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ component: 'answer', fields: { paragraph: claimOf().paragraph.id } })
      expect(String(error)).not.toContain('forged')
    }
  })
})

describe('relatedParagraph', () => {
  it('points at a paragraph, and claims nothing', () => {
    const { paragraph, article } = claimOf()
    expect(relatedParagraph(paragraph, article)).toEqual({
      id: paragraph.id,
      article: 'tea',
      title: '茶的故事',
      section: '收購',
      paragraph: 3,
      text: paragraph.text,
      textStart: 0,
      url: expect.stringMatching(/^\/articles\/tea#[\da-f]{12}$/),
    })
  })

  it('shows of a very long paragraph what comes nearest', () => {
    const { article } = claimOf()
    const text = `${'一句話。'.repeat(1000)}最近的。`
    const long = paragraphOf([{ kind: 'prose', text }])
    const near = relatedParagraph(long, article, { start: 4000, end: 4004 })
    expect(near.text).toBe(text.slice(near.textStart))
    expect(near.text.length).toBeLessThanOrEqual(2000)
    expect(relatedParagraph(long, article)).toMatchObject({ textStart: 0, text: text.slice(0, 2000) })
  })
})
