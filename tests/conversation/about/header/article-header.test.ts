import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleHeader, headerOf } from '../../../../src/conversation/about/header/article-header.ts'
import type { Article } from '../../../../src/domain/article.ts'
import { articleOf } from '../../../support/corpora/articles.ts'

const article: Article = {
  ...articleOf('tea', ['Tea is old.', '茶很老。']),
  title: 'Tea',
  author: 'Jane Doe',
  date: '2016',
  url: 'https://example.org/tea',
  language: 'en',
  sections: [
    { heading: 'Green', level: 2, position: 1 },
    { heading: 'Old\nleaves', level: 3, position: 2 },
  ],
}

describe('articleHeader', () => {
  it('says what front matter and headings say, a line each', () => {
    expect(headerOf(article)).toMatchObject({
      id: 'tea#header',
      article: 'tea',
      position: 0,
      section: '',
      text: [
        'Tea',
        'Author: Jane Doe',
        'Date: 2016',
        'First published: https://example.org/tea',
        'Length: 2 sections, 2 paragraphs, 3 words, about 1 minute to read',
        'Green',
        '  Old leaves',
      ].join('\n'),
    })
    expect(headerOf(article).blocks.map(({ kind }) => kind)).toEqual(['prose', 'list'])
  })

  it('labels it in the language of the article', () => {
    expect(headerOf({ ...article, language: 'zh-Hant' }).text).toContain('作者:Jane Doe')
    expect(headerOf({ ...article, language: 'zh-CN' }).text).toContain('出处:')
    const { language, ...undeclared } = { ...article, title: '茶葉的歷史' }
    expect(language).toBe('en')
    expect(headerOf(undeclared).text).toContain('篇幅:')
  })

  it('leaves out what is not said', () => {
    const { facts, paragraph } = articleHeader(articleOf('bare', ['Tea.']))
    expect(Object.keys(facts)).toEqual(['title', 'length'])
    expect(paragraph.blocks).toHaveLength(1)
  })

  it('tells where each fact stands, whatever it is', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 })
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 4 }), (title, author, headings) => {
        const sections = headings.map((heading, at) => ({ heading, level: 2 + (at % 2), position: 1 }))
        const { paragraph, facts } = articleHeader({ ...article, title, author, sections })
        const said = (span = { start: 0, end: 0 }) => paragraph.text.slice(span.start, span.end)
        const line = (value: string) => value.replace(/\s+/g, ' ').trim()
        expect(said(facts.title)).toBe(line(title) || 'tea')
        expect(said(facts.author)).toBe(line(author))
        for (const { start, end } of paragraph.sentences) expect(said({ start, end })).not.toMatch(/\n/)
        const covered = paragraph.blocks.map(said).join('\n')
        expect(covered).toBe(paragraph.text)
      }),
    )
  })
})
