import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { articleMarkdown } from '../../src/protocol/article-markdown.ts'
import { FAKE_ARTICLES } from '../support/fake-snapshot.ts'

describe('articleMarkdown', () => {
  const [cloud] = FAKE_ARTICLES
  const markdown = articleMarkdown(cloud as (typeof FAKE_ARTICLES)[number])

  it('is read back as what the article is made of', () => {
    const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
    expect(tree.children.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'list',
      'table',
      'heading',
      'code',
      'blockquote',
      'paragraph',
    ])
  })

  it('has headings before the paragraphs that they are about', () => {
    expect(markdown).toContain('# 雲 <計算> & 容器\n\n當時是')
    expect(markdown).toContain('## 1、開始\n\n- 第一項 `<b>`\n- 第二項 Docker\n- 第三項\n\n| 名稱 | 年份 |')
    expect(markdown).toContain('### 更深\n\n```\nif (a < b)')
  })

  it('keeps numbers, tasks and levels of lists, and fences code that holds a fence', () => {
    const text = '1. one\n  deeper\n2. two\n[x] done\n\n```js\n```'
    const list = { kind: 'list', start: 0, end: 31 } as const
    const code = { kind: 'code', start: 33, end: text.length, language: 'md' } as const
    const paragraph = {
      id: 'a#1',
      article: 'a',
      position: 1,
      section: '',
      kind: 'list',
      text,
      sentences: [],
    } as const
    const article = { id: 'a', title: 'A', source: 'a.md', sections: [] }
    expect(articleMarkdown({ ...article, paragraphs: [{ ...paragraph, blocks: [list, code] }] })).toBe(
      '# A\n\n1. one\n   - deeper\n2. two\n\n- [x] done\n\n````md\n```js\n```\n````\n',
    )
  })
})
