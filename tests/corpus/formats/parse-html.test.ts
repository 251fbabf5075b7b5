import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/corpus/parse-article.ts'

const parse = (text: string) => parseArticle({ path: 'page.html', text })
const texts = (text: string) => parse(text).paragraphs.map((paragraph) => paragraph.text)

test('a page becomes an article', () => {
  const article = parse(`<!doctype html>
<html lang="zh-Hant">
<head>
  <title>電報 | A Site</title>
  <meta name="author" content="Lin">
  <link rel="canonical" href="https://site.example/a">
  <style>p { color: red }</style>
</head>
<body>
  <header><h1>電報</h1><nav><a href="/">Home</a></nav></header>
  <main>
    <p>第一段,<b>粗體</b>
也在。<br>下一行</p>
    <h2>一節</h2>
    <ul><li>a</li><li>b</li></ul>
    <table><tr><td>1</td><td>2</td></tr></table>
    <blockquote><p>q</p></blockquote>
    <pre><code>x
  y</code></pre>
    bare text
    <div>in a box</div>
  </main>
  <footer>© Site</footer>
</body>
</html>`)
  expect(article).toMatchObject({
    id: 'page',
    title: '電報',
    author: 'Lin',
    language: 'zh-Hant',
    url: 'https://site.example/a',
    sections: [{ heading: '一節', level: 2, position: 2 }],
  })
  const blocks = article.paragraphs.flatMap((paragraph) =>
    paragraph.blocks.map(({ kind, start, end }) => [kind, paragraph.text.slice(start, end)]),
  )
  expect(blocks).toEqual([
    ['prose', '第一段,粗體也在。\n下一行'],
    ['list', 'a\nb'],
    ['table', '1\t2'],
    ['quote', 'q'],
    ['code', 'x\n  y'],
    ['prose', 'bare text'],
    ['prose', 'in a box'],
  ])
})

describe('what no reader sees is gone', () => {
  test.each([
    ['scripts', '<script>x</script>'],
    ['styles', '<style>x</style>'],
    ['navigation', '<nav><p>x</p></nav>'],
    ['navigation by role', '<div role="navigation">x</div>'],
    ['what stands aside', '<aside><p>x</p></aside>'],
    ['forms', '<form><label>x</label><button>x</button></form>'],
    ['templates', '<template><p>x</p></template>'],
    ['text for browsers without scripts', '<noscript>x</noscript>'],
    ['hidden elements', '<p hidden>x</p>'],
    ['what is hidden from readers', '<div aria-hidden="true">x</div>'],
    ['what a style hides', '<p style="color: red; display:none">x</p>'],
    ['comments', '<!-- x -->'],
  ])('%s', (_, html) => {
    expect(texts(`<body><p>a</p>${html}${html}<p>b</p></body>`)).toEqual(['a', 'b'])
  })
})

test('the longest article of a page is meant', () => {
  expect(
    texts('<article>Teaser</article><article><p>The whole story.</p></article><p>Elsewhere</p>'),
  ).toEqual(['The whole story.'])
})

test('only an address that can be opened is taken for the first place of publication', () => {
  expect(parse('<link rel="canonical" href="javascript:alert(1)"><p>a</p>')).not.toHaveProperty('url')
  expect(parse('<link rel="canonical" href="/a"><p>a</p>')).not.toHaveProperty('url')
})

test('the title of the head serves where no heading stands alone', () => {
  expect(parse('<title>T\n T</title><p>a</p>').title).toBe('T T')
  expect(parse('<title>T</title><h1>One</h1><p>a</p><h1>Two</h1><p>b</p>')).toMatchObject({
    title: 'One',
    sections: [{ heading: 'Two' }],
  })
  expect(parse('<p>a</p>').title).toBe('page')
})
