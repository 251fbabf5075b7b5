import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../../src/corpus/parse-article.ts'
import { readParts } from '../support/read-parts.ts'

const read = (html: string) => readParts(html, 'page.html')
const article = (text: string) => parseArticle({ path: 'page.html', text })

describe('the title of a page', () => {
  it('is the heading that the title of the head begins with, not the name of the site', () => {
    const { title, sections } = article(
      `<title>Custom lookups — Kettle 3 documentation</title><h1><a href="/">Kettle 3 documentation</a></h1>
<h1>Custom lookups<a class="headerlink" href="#x">¶</a></h1><p>Words.</p>`,
    )
    expect(title).toBe('Custom lookups')
    expect(sections).toEqual([])
    expect(
      article(
        '<title>Data Types - The Kettle Book</title><h1 class="menu-title">The Kettle Book</h1><main><h2><a class="header" href="#d">Data Types</a></h2><p>Words.</p></main>',
      ).title,
    ).toBe('Data Types')
  })

  it('is the heading that is alone where the head begins with another one', () => {
    expect(
      article('<title>Kettles: all of them</title><h1>Every kettle</h1><h2>Kettles</h2><p>Words.</p>').title,
    ).toBe('Every kettle')
  })
})

it('headings that are links to themselves keep their words', () => {
  expect(
    read('<h1>Book</h1><h3 id="s"><a class="header" href="#s">Scalar types</a></h3><p>One value.</p>'),
  ).toEqual(['### Scalar types', 'prose: One value.'])
})

it('lines of code that only a program needs are left out', () => {
  expect(
    read(
      '<pre><code class="language-rust"><span class="boring">fn main() {\n</span>let v = 1;\n<span class="boring">}</span></code></pre>',
    ),
  ).toEqual(['code/rust: let v = 1;'])
})

it('navigation above and below a page and links to the source are left out', () => {
  expect(
    read(
      `<div id="global-nav"><a href="/">Home</a> | <a href="/i">Index</a></div>
<div class="navheader"><table><tr><th colspan="3">5. Network</th></tr><tr><td>Prev</td><td>Next</td></tr></table></div>
<p>boil(litres) <a class="viewcode-link" href="x"><span>[source]</span></a></p>`,
    ),
  ).toEqual(['prose: boil(litres)'])
})

describe('a table that is a call-out', () => {
  it('is what it says, named by its heading, its picture or its cell', () => {
    expect(
      read(
        '<div class="tip"><table summary="Tip"><tr><td rowspan="2"><img alt="[提示]" src="t.png"></td><th>提示</th></tr><tr><td><p>先斷電。</p></td></tr></table></div>',
      ),
    ).toEqual(['prose: 提示 | prose: 先斷電。'])
    expect(
      read(
        '<div class="admonitionblock"><table><tr><td class="icon"><div class="title">Note</div></td><td class="content">Fill it first.</td></tr></table></div>',
      ),
    ).toEqual(['prose: Note | prose: Fill it first.'])
    expect(
      read(
        '<table><tr><td class="icon"><img src="n.png" alt="Note"></td><td>Fill it first.</td></tr></table>',
      ),
    ).toEqual(['prose: Note | prose: Fill it first.'])
  })

  it('is told from data with pictures', () => {
    expect(read('<table><tr><td><img src="a.png" alt="red"></td><td>1</td><td>2</td></tr></table>')).toEqual([
      'table: red\t1\t2',
    ])
  })
})

it('a title above a table names it', () => {
  expect(
    read(
      '<div class="table"><p class="title"><strong>Table 5.1. Tools</strong></p><div class="table-contents"><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></div></div>',
    ),
  ).toEqual(['prose: Table 5.1. Tools | table: a\tb\n1\t2'])
})

describe('empty elements of XHTML', () => {
  it('end where they begin', () => {
    expect(
      read(
        `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><h1><a id="n"/>Network</h1>
<p><a id="t"/>First.</p><table><tr><td>a</td><td/></tr><tr><td><br/>c</td><td>d</td></tr></table></body></html>`,
      ),
    ).toEqual(['prose: First.', 'table: a\t\nc\td'])
  })

  it('are no matter in HTML', () => {
    expect(read('<p>before <span/>after</p>')).toEqual(['prose: before after'])
  })
})
