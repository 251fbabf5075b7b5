import { describe, expect, it } from 'vitest'
import { countedSection, namedSection, wholeSection } from '../../../src/conversation/about/sections-of.ts'
import type { Article, Section } from '../../../src/domain/article.ts'
import { articleOf } from '../../support/corpora/articles.ts'

function withSections(
  ...sections: readonly (readonly [heading: string, level: number, position: number])[]
): Article {
  return {
    ...articleOf('a', ['one', 'two', 'three', 'four']),
    sections: sections.map(([heading, level, position]): Section => ({ heading, level, position })),
  }
}

describe('the sections of an article', () => {
  const article = withSections(['Start', 2, 1], ['Deeper', 3, 2], ['End', 2, 4])

  it('are counted at the top level, from either end', () => {
    expect(countedSection(article, 2)?.heading).toBe('End')
    expect(countedSection(article, -2)?.heading).toBe('Start')
    expect(countedSection(article, 3)).toBeUndefined()
    expect(countedSection(articleOf('b', ['one']), 1)).toBeUndefined()
  })

  it('are found by the number that they bear', () => {
    const numbered = withSections(
      ['Preface', 2, 1],
      ['第一章 茶', 2, 2],
      ['二、水', 2, 3],
      ['Chapter 3: Cups', 2, 4],
    )
    expect(countedSection(numbered, 1)?.heading).toBe('第一章 茶')
    expect(countedSection(numbered, 3)?.heading).toBe('Chapter 3: Cups')
    expect(countedSection(numbered, 4)).toBeUndefined()
    expect(countedSection(numbered, -1)?.heading).toBe('Chapter 3: Cups')
  })

  it('hold what stands below deeper headings', () => {
    const [start] = article.sections
    if (start === undefined) throw new Error('no section')
    expect(wholeSection(article, start).paragraphs.map(({ position }) => position)).toEqual([1, 2, 3])
  })

  it('are named without their number, in either script', () => {
    const numbered = withSections(['5、無伺服器是戰場?', 2, 1])
    expect(namedSection(numbered, '无伺服器是战场')?.position).toBe(1)
    expect(namedSection(numbered, '5、無伺服器是戰場')?.position).toBe(1)
    expect(namedSection(numbered, '戰場')).toBeUndefined()
  })
})
