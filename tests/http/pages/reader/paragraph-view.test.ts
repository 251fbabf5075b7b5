import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../../../src/corpus/parse-article.ts'
import { ParagraphView } from '../../../../src/http/pages/reader/paragraph-view.tsx'
import { pageWords } from '../../../../src/http/pages/words/page-words-for.ts'
import { anchorOf } from '../../../../src/paragraph-id.ts'

/** A paragraph as the page sets it, with these words marked. */
function set(markdown: string, marked?: string): { readonly html: string; readonly anchor: string } {
  const [paragraph] = parseArticle({ path: 'a.md', text: markdown }).paragraphs
  if (!paragraph) throw new Error('there is a paragraph')
  const anchor = anchorOf(paragraph.id)
  const start = marked === undefined ? -1 : paragraph.text.indexOf(marked)
  const marks = start === -1 ? [] : [{ anchor, start, end: start + (marked?.length ?? 0) }]
  return { html: String(ParagraphView({ paragraph, marks, words: pageWords('en') })), anchor }
}

describe('a paragraph on the page', () => {
  it('is set block by block, with its marks in the block they stand in', () => {
    const { html, anchor } = set('Run:\n\n```sh\na < b\n```\n', 'a < b')
    expect(html).toContain(
      `<p>Run:</p><pre tabindex="0" data-language="sh"><code><mark id="${anchor}">a &lt; b</mark></code></pre>`,
    )
    expect(html).toContain('class="paragraph code marked"')
    expect(html.split(`id="${anchor}"`)).toHaveLength(2)
  })

  it('has its anchor itself where nothing is marked', () => {
    const { html, anchor } = set('Nothing here.')
    expect(html).toContain(`<div class="paragraph prose" id="${anchor}">`)
    expect(html).toContain(`href="/articles/a#${anchor}" aria-label="Paragraph 1"`)
  })

  it('nests lists, keeps numbers and shows what is done', () => {
    const { html } = set('3. three\n   - inner\n4. four\n')
    expect(html).toContain('<ol start="3"><li>three<ul><li>inner</li></ul></li><li>four</li></ol>')
    expect(set('- [x] done\n- [ ] open\n').html).toMatch(/☑ <\/span>done.*☐ <\/span>open/s)
  })

  it('sets a table with its header, and marks across cells', () => {
    const { html } = set('| a | b |\n|---|---|\n| 1 | 2 |\n', '1\t2')
    expect(html).toMatch(
      /<th scope="col">a<\/th>.*<td><mark id="[^"]+">1<\/mark><\/td><td><mark>2<\/mark><\/td>/s,
    )
  })
})
