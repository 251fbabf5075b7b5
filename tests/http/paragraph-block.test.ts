import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { pageWords } from '../../src/http/pages/page-words.ts'
import { paragraphBlock } from '../../src/http/pages/paragraph-block.ts'

describe('a paragraph of several blocks', () => {
  it('is set block by block, with its marks in the block they stand in', async () => {
    const { paragraphs } = parseArticle({ path: 'a.md', text: 'Run:\n\n```\na < b\n```\n' })
    const [paragraph] = paragraphs
    if (!paragraph) throw new Error('there is a paragraph')
    const anchor = paragraph.id.slice(2)
    const page = String(await paragraphBlock(paragraph, [{ anchor, start: 6, end: 11 }], pageWords('en')))
    expect(page).toContain(
      `<p>Run:</p><pre tabindex="0"><code><mark id="${anchor}">a &lt; b</mark></code></pre>`,
    )
  })
})
