import { describe, expect, it } from 'vitest'
import { citationUrl } from '../../src/answer/citation-url.ts'
import { articleHeader } from '../../src/conversation/about/header/article-header.ts'
import { createApp } from '../../src/http/create-app.ts'
import {
  anchorOfWords,
  FAKE_ARTICLES,
  fakeAsk,
  fakeSnapshot,
  LAMBDA_SENTENCE,
} from '../support/fake-snapshot.ts'

const app = createApp({ current: () => fakeSnapshot() })

async function pageAt(path: string): Promise<string> {
  const response = await app.request(path)
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
  return await response.text()
}

/** A script that is neither one of our files nor data. */
const INLINE_SCRIPT = /<script(?! type="(?:module" src|application\/json"))|alert\(1\)<\/script/

function marksOf(page: string): string[] {
  return [...page.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map((match) => match[1] ?? '')
}

describe('GET /articles/:id', () => {
  it('has the title, the author, the sections and an anchor for every paragraph', async () => {
    const page = await pageAt('/articles/cloud')
    expect(page).toContain('<html lang="zh-Hant">')
    expect(page).toMatch(/<article class="article" lang="zh-Hant"/)
    expect(page).toContain('<h1>雲 &lt;計算&gt; &amp; 容器</h1>')
    expect(page).toContain('gitmilk · 2016-03-01')
    expect(page).toContain('href="/?articles=cloud"')
    expect(page).toContain('<h2 id="section-1">1、開始</h2>')
    expect(page).toContain('<h3 id="section-2">更深</h3>')
    expect(page).toContain('<a href="#section-2">更深</a>')
    for (const { id, position } of FAKE_ARTICLES[0]?.paragraphs ?? []) {
      const anchor = id.split('#')[1]
      expect(page.split(`id="${anchor}"`)).toHaveLength(2)
      expect(page).toContain(`href="/articles/cloud#${anchor}" aria-label="第 ${position} 段"`)
    }
    expect(marksOf(page)).toEqual([])
  })

  it('sets each kind of block as what it is, and its text as text', async () => {
    const page = await pageAt('/articles/cloud')
    expect(page).toContain('<li>第一項 &lt;b&gt;</li><li>第二項 Docker</li><li>第三項</li>')
    expect(page).toContain('<tr><th scope="col">名稱</th><th scope="col">年份</th></tr>')
    expect(page).toContain('<tr><td>Docker</td><td>2013</td></tr>')
    expect(page).toContain('<code>if (a &lt; b) {\n  run(&quot;&lt;/pre&gt;&lt;script&gt;alert(1)')
    expect(page).toContain('<blockquote><p>沒有伺服器。😀</p></blockquote>')
    expect(page).not.toMatch(INLINE_SCRIPT)
  })

  it('finds an article whose id holds a slash', async () => {
    expect(await pageAt('/articles/notes/ships')).toContain('<h1>Ships</h1>')
    expect(await pageAt('/articles/notes%2Fships')).toContain('<h1>Ships</h1>')
  })

  it('links where it was first published, but never to a script', async () => {
    expect(await pageAt('/articles/cloud')).toContain('href="https://example.org/cloud?a=1&amp;b=2"')
    expect(await pageAt('/articles/notes/ships')).not.toContain('javascript:')
  })

  it('marks the words that a citation names, with the anchor at them', async () => {
    const { citations } = await fakeAsk({ question: 'Lambda?' })
    const page = await pageAt(citations[0]?.url ?? '')
    expect(page).toContain(`<p>當時是<mark id="${anchorOfWords('當時是')}">${LAMBDA_SENTENCE}</mark>之後`)
    expect(page.split(`id="${anchorOfWords('當時是')}"`)).toHaveLength(2)
    expect(page).not.toContain('class="notice"')
  })

  it('opens what front matter and headings say where its words are cited', async () => {
    const [cloud] = FAKE_ARTICLES
    if (cloud === undefined) throw new Error('no article')
    const { paragraph, facts } = articleHeader(cloud)
    expect(await pageAt('/articles/cloud')).toContain('<details class="facts"><summary')
    const page = await pageAt(citationUrl(paragraph, facts.author ?? { start: 0, end: 0 }))
    expect(page).toMatch(/<details class="facts" open[^>]*><summary/)
    expect(page).toContain('作者:<mark id="header">gitmilk</mark>')
    expect(page).not.toContain('class="notice"')
  })

  it('marks several spans, joins those that overlap and clips none', async () => {
    const page = await pageAt('/articles/cloud?mark=aa11.5-9&mark=aa11.0-2&mark=aa11.1-4&mark=bb22.0-3')
    expect(marksOf(page)).toEqual(['當時是2', '14年1', '第一項'])
  })

  it('marks across the lines of a list and the cells of a table', async () => {
    const page = await pageAt('/articles/cloud?mark=bb22.2-9&mark=cc33.3-11')
    expect(page).toContain(
      '<li>第一<mark id="bb22">項 &lt;b&gt;</mark></li><li><mark>第</mark>二項 Docker</li>',
    )
    expect(page).toContain(
      '<mark id="cc33">年份</mark></th></tr></thead><tbody><tr><td><mark>Docke</mark>r</td>',
    )
  })

  it.each([
    ['beyond the text', 'aa11.0-9999'],
    ['empty', 'aa11.3-3'],
    ['backwards', 'aa11.9-3'],
    ['half an emoji', 'ee55.6-7'],
    ['markup', 'aa11.0-"><script>alert(1)</script>'],
  ])('quietly ignores a mark that is %s', async (_name, mark) => {
    const page = await pageAt(`/articles/cloud?mark=${encodeURIComponent(mark)}`)
    expect(marksOf(page)).toEqual([])
    expect(page).not.toContain('class="notice"')
    expect(page).not.toMatch(INLINE_SCRIPT)
    expect(page).toContain('id="aa11"')
  })

  it('says so when the cited paragraph is no longer there', async () => {
    const page = await pageAt('/articles/cloud?mark=dead00.0-5#dead00')
    expect(page).toContain('<p class="notice" role="status">引用的段落已經改動')
    expect(page).not.toContain('dead00')
  })

  it('is kept by a browser and checked each time', async () => {
    const first = await app.request('/articles/cloud')
    expect(first.headers.get('Cache-Control')).toBe('no-cache')
    const etag = first.headers.get('ETag') ?? ''
    const again = await app.request('/articles/cloud', { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
    const marked = await app.request('/articles/cloud?mark=aa11.0-2', { headers: { 'If-None-Match': etag } })
    expect(marked.status).toBe(200)
  })

  it('runs nothing but our own scripts and loads nothing from elsewhere', async () => {
    const response = await app.request('/articles/cloud')
    expect(response.headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';/,
    )
    expect(response.headers.get('Content-Security-Policy')).not.toContain('unsafe')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    const page = await response.text()
    expect(page).not.toMatch(INLINE_SCRIPT)
    expect(page).not.toMatch(/<style|style="|src="(?!\/)/)
  })

  it('speaks the language of its reader around an article in another', async () => {
    const page = await (await app.request('/articles/cloud', { headers: { 'Accept-Language': 'en' } })).text()
    expect(page).toContain('<html lang="en">')
    expect(page).toContain('aria-label="Paragraph 1"')
    expect(page).toMatch(/<article class="article" lang="zh-Hant"/)
  })
})

describe('the other pages', () => {
  it('/articles lists all articles', async () => {
    const page = await pageAt('/articles')
    expect(page).toContain('href="/articles/cloud"')
    expect(page).toContain('href="/articles/notes/ships"')
  })

  it.each([
    ['/style.css', 'text/css; charset=utf-8'],
    ['/chat.js', 'text/javascript; charset=utf-8'],
    ['/reader.js', 'text/javascript; charset=utf-8'],
    ['/widget.js', 'text/javascript; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml'],
  ])('%s is %s', async (path, type) => {
    const response = await app.request(path)
    expect(response.headers.get('Content-Type')).toBe(type)
    expect(response.headers.get('ETag')).not.toBeNull()
    expect((await response.text()).length).toBeGreaterThan(100)
  })
})

describe('the script for other sites', () => {
  it('may be loaded by any page, unlike everything else', async () => {
    const policy = async (path: string) =>
      (await app.request(path)).headers.get('Cross-Origin-Resource-Policy')
    expect(await policy('/widget.js')).toBe('cross-origin')
    expect(await policy('/chat.js')).toBe('same-origin')
  })
})

describe('health', () => {
  it('/healthz is ok', async () => {
    expect(await (await app.request('/healthz')).json()).toEqual({ status: 'ok' })
  })

  it('/readyz names the snapshot and what is in it', async () => {
    expect(await (await app.request('/readyz')).json()).toEqual({
      status: 'ready',
      generation: 'generation-1',
      articles: 2,
      paragraphs: 7,
    })
  })
})
