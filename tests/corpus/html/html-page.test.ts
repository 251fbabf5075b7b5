import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../../src/corpus/parse-article.ts'
import { readParts } from '../support/read-parts.ts'

const read = (html: string) => readParts(html, 'page.html')

describe('cells of a table', () => {
  it('keep apart what stands in blocks of its own, on one line', () => {
    expect(
      read(
        `<table><tr><th><p>Day</p></th><th><p>Open</p></th></tr>
<tr><td><p>Monday</p></td><td><p>9–12</p><p>14–18</p></td></tr>
<tr><td><p>Tuesday</p></td><td>In <b>any</b> of:<ul><li>room 1</li><li>2 pm</li></ul></td></tr>
<tr><td>Setup</td><td><pre>npm run clean
npm start</pre></td></tr>
<tr><td>Nested</td><td><table><tr><td>gate</td><td>4471</td></tr><tr><td>attic</td><td>9020</td></tr></table></td></tr>
<tr><td>Winter</td><td><h3>Closed</h3>until<br>March</td></tr></table>`,
      ),
    ).toEqual([
      'table: Day\tOpen\nMonday\t9–12 14–18\nTuesday\tIn any of: room 1 / 2 pm\nSetup\tnpm run clean / npm start\nNested\tgate 4471 / attic 9020\nWinter\tClosed until March',
    ])
  })

  it('that span rows are in each of them; a caption leads to its table', () => {
    expect(
      read(
        '<table><caption>Opened in <i>1907</i></caption><tr><th>Option</th><th colspan="2">Default</th></tr><tr><td rowspan="2">litres</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
      ),
    ).toEqual(['prose: Opened in 1907 | table: Option\tDefault\t\nlitres\t1\t2\nlitres\t3\t4'])
  })

  it('may claim more columns than anyone reads', () => {
    expect(read(`<table>${'<tr><td colspan="1000">a</td><td>b</td></tr>'.repeat(50)}</table>`)[0]).toMatch(
      /^table: a\t/,
    )
  })
})

describe('a table that sets a page', () => {
  it('is read as what stands in it', () => {
    expect(
      read(
        `<table width="760"><tr><td width="160">分类<br>武侠</td><td>
<table><tr><td><b>第一章</b></td></tr><tr><td>
&nbsp;&nbsp;&nbsp;&nbsp;老王出海。<br><br>
&nbsp;&nbsp;&nbsp;&nbsp;风浪停了。<br><br></td></tr></table></td></tr></table>`,
      ),
    ).toEqual(['prose: 分类\n武侠', 'prose: 第一章', 'prose: 老王出海。', 'prose: 风浪停了。'])
  })

  it('with the numbers of the lines of code is code', () => {
    expect(
      read(
        '<table class="highlighttable"><tr><td class="linenos"><pre>1\n2</pre></td><td class="code"><pre>import kettle\n  boil(2)</pre></td></tr></table>',
      ),
    ).toEqual(['code: import kettle\n  boil(2)'])
    expect(
      read(
        '<table><tr><td class="blob-num">1</td><td class="blob-code">a {</td></tr><tr><td class="blob-num">2</td><td class="blob-code">  b</td></tr></table>',
      ),
    ).toEqual(['code: a {\n  b'])
  })
})

describe('paragraphs between line breaks', () => {
  it('are paragraphs', () => {
    expect(
      read('<div id="content">　　老王出海。<br /><br />\n　　风浪停了。<br>　　他回来。<br>下一行</div>'),
    ).toEqual(['prose: 老王出海。', 'prose: 风浪停了。', 'prose: 他回来。\n下一行'])
    expect(read('<p><font>One<br><br><b>Two</b><br>three</font></p>')).toEqual([
      'prose: One',
      'prose: Two\nthree',
    ])
  })
})

describe('what is set above the line, struck out or a formula', () => {
  it('is no digit of what stands beside it', () => {
    expect(
      read(
        '<p>3.5 × 10<sup>6</sup> litres<sup><a href="#n1">[1]</a></sup>, <del>25</del> 18 euros, <math><mn>7</mn><mo>+</mo><msup><mn>2</mn><mi>n</mi></msup></math> bar, <math><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac></math>.</p>',
      ),
    ).toEqual(['prose: 3.5 × 10⁶ litres, ~~25~~ 18 euros, 7+2ⁿ bar, 1/(a+b).'])
  })

  it('is written as TeX where the page has it', () => {
    const katex = (tex: string) =>
      `<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>E</mi></mrow><annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">E</span></span>`
    expect(read(`<p>It is ${katex('E=mc^2')} or ${katex('\\frac{a}{b}')}.</p>`)).toEqual([
      'prose: It is E=mc^2 or $\\frac{a}{b}$.',
    ])
    expect(read('<p>So <script type="math/tex">x_1</script> it is.</p>')).toEqual(['prose: So x_1 it is.'])
  })

  it('has the reading of a character above it, which is left out', () => {
    expect(read('<p><ruby>漢<rp>(</rp><rt>ㄏㄢˋ</rt><rp>)</rp></ruby>字</p>')).toEqual(['prose: 漢字'])
  })
})

describe('call-outs, tabs and definitions', () => {
  it('keep their titles before what they name', () => {
    expect(
      read(
        `<main><h1>T</h1><aside aria-label="Caution" class="starlight-aside"><p class="starlight-aside__title">Caution</p><section><p>Needs Node 22.</p></section></aside>
<div class="admonition"><p class="admonition-title">Warning</p><p>Never as root.</p></div>
<details><summary>Why?</summary><p>It expands.</p></details>
<figure><figcaption>a.js</figcaption><pre data-language="js"><code>x</code></pre></figure></main>`,
      ),
    ).toEqual([
      'prose: Caution | prose: Needs Node 22.',
      'prose: Warning | prose: Never as root.',
      'prose: Why? | prose: It expands.',
      'prose: a.js | code/js: x',
    ])
  })

  it('show what waits behind a tab, with its label', () => {
    expect(
      read(
        '<ul role="tablist"><li role="tab">Weekdays</li><li role="tab" id="t2">Sundays</li></ul><div role="tabpanel"><p>At eight.</p></div><div role="tabpanel" aria-labelledby="t2" hidden><p>At ten.</p></div>',
      ),
    ).toEqual(['prose: Weekdays | prose: At eight.', 'prose: Sundays | prose: At ten.'])
  })

  it('are lists of terms', () => {
    expect(
      read('<dl><dt>litres</dt><dd><p>How much.</p></dd><div><dt>lid</dt><dd>a</dd><dd>b</dd></div></dl>'),
    ).toEqual(['list: litres\n  How much.\nlid\n  a\n  b'])
  })

  it('keep the ticks of tasks', () => {
    expect(
      read(
        '<ul><li><input type="checkbox" checked disabled> done</li><li><p><input type="checkbox"> open</p></li></ul>',
      ),
    ).toEqual(['list: [x] done\n[ ] open'])
  })
})

describe('code', () => {
  it('has its language, wherever the page tells it, and no numbers of lines', () => {
    expect(
      read(
        '<div class="highlight-console notranslate"><div class="highlight"><pre><span class="gp">$ </span>ls\n</pre></div></div>',
      ),
    ).toEqual(['code/console: $ ls'])
    expect(
      read(
        '<div class="language-js"><button>Copy</button><span class="lang">js</span><pre><code><span class="line"><span class="line-number">1</span>const a</span>\n<span class="line">b</span></code></pre></div>',
      ),
    ).toEqual(['code/js: const a\nb'])
  })
})

describe('the part of a page that is read', () => {
  const page = (comment: string) =>
    `<div id="content"><article class="post"><h1>Tap</h1><p>A tap that drips wastes water.</p></article>
<div id="comments"><h2>1 thought</h2><ol class="comment-list"><li><article class="comment-body"><p>${comment}</p></article></li></ol></div></div>`

  it('is the article, however long a comment on it is', () => {
    expect(read(page('Thanks.'))).toEqual(['prose: A tap that drips wastes water.'])
    expect(read(page('Thanks a lot, '.repeat(200)))).toEqual(['prose: A tap that drips wastes water.'])
    expect(
      read(
        '<div><h1>W</h1><p>We open at nine.</p></div><article class="comment"><p>I wish you opened at seven, as the bakery does.</p></article>',
      ),
    ).toEqual(['prose: We open at nine.'])
  })

  it('is every post of a thread', () => {
    expect(
      read(
        '<main><h1>Fuse</h1><article><p>My kettle trips the fuse each time I switch it on.</p></article><article><p>Replace it.</p></article></main>',
      ),
    ).toEqual(['prose: My kettle trips the fuse each time I switch it on.', 'prose: Replace it.'])
  })

  it('is no teaser', () => {
    expect(
      read(
        '<article class="teaser"><p>Teaser A: a very long and interesting story.</p></article><div><h1>R</h1><p>The ferry leaves at six.</p></div>',
      ),
    ).toEqual(['prose: The ferry leaves at six.'])
    expect(
      read(`<article><p>Short.</p></article><div><p>${'The ferry leaves at six. '.repeat(9)}</p></div>`),
    ).toHaveLength(2)
  })

  it('may stand in a form, or be hidden until a program shows it', () => {
    expect(
      read(
        '<form id="aspnetForm"><input type="hidden" value="x"><div><h1>停水通知</h1><p>东城区停水检修。</p></div></form>',
      ),
    ).toEqual(['prose: 东城区停水检修。'])
    expect(
      read(
        '<div><h1>灯塔</h1><em>2023</em><div style="visibility: hidden; opacity: 0; "><p>灯塔建于一八七一年,塔高三十米。</p></div></div>',
      ),
    ).toEqual(['prose: 2023', 'prose: 灯塔建于一八七一年,塔高三十米。'])
  })

  it('has no links of headings, no bars and no footers, but names whom a quotation is of', () => {
    expect(
      read(
        '<div class="breadcrumbs">Home › Docs</div><div id="header">Logo</div><h1>Q<a class="headerlink" href="#q">¶</a></h1><h2>Use <a class="header-anchor" href="#use" aria-label="Permalink">&ZeroWidthSpace;</a></h2><blockquote><p>No.</p><footer>— Lin</footer></blockquote><div class="footer">© x</div><picture><source srcset="b"><img alt="A red kettle" src="a"></picture>',
      ),
    ).toEqual(['## Use', 'quote: No.\n— Lin', 'prose: A red kettle'])
    expect(
      parseArticle({
        path: 'p.html',
        text: '<html lang="zh_CN"><h1>Q<a class="headerlink" href="#q">¶</a></h1><p>a</p>',
      }),
    ).toMatchObject({ title: 'Q', language: 'zh-CN' })
  })
})
