import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPlainMarkdown } from '../../../src/corpus/markdown/plain-markdown.ts'
import { readParts } from '../support/read-parts.ts'

describe('site syntax', () => {
  it.each([
    [
      'ids of headings',
      '## Descaling {#descale}\n\n### 安装 {#安装}\n\n#### A {/*a*/}\n',
      ['## Descaling', '### 安装', '#### A'],
    ],
    [
      'attributes',
      'The cup.\n{: .note }\n\n[x](y){target="_blank"} and ![z w](y){width=50%}\n',
      ['prose: The cup.', 'prose: x and z w'],
    ],
    [
      'lists of contents',
      '[[toc]]\n\n[TOC]\n\n* TOC\n{:toc}\n\n<!-- toc -->\n\n- [A](#a)\n\n<!-- tocstop -->\n\nText.\n',
      ['prose: Text.'],
    ],
    [
      'comments',
      'a <!-- no --> b\n\n<!-- no\n\nno -->\n\n%% private %% c\n\n%%\nno\n%%\n',
      ['prose: a  b', 'prose: c'],
    ],
    ['code of other files', '<<< @/snippets/kettle.ts{2,4-6}\n\n--8<-- "a.md"\n\nText.\n', ['prose: Text.']],
    ['abbreviations', '*[HTML]: Hyper Text\n\nHTML it is.\n', ['prose: HTML it is.']],
    [
      'links between pages',
      '[[Tea]] and [[Tea#Green|green tea]], ![[cup.png]]. [[1]](x) a[[0, 1]]',
      ['prose: Tea and green tea, . [1] a[[0, 1]]'],
    ],
    ['highlights', '==so== a == b == c', ['prose: so a == b == c']],
    ['anchors of headings', '## Options [¶](#options)\n\n## Use\u200b\n\n', ['## Options', '## Use']],
    ['references to notes', 'So.[^1]\n\n[^1]: Because.\n', ['prose: So.', 'prose: Because.']],
    [
      'wordless pictures',
      '![logo](a.png)\n\n[![npm](b)](c) [![ci](d)](e)\n\n![A red kettle](f.png)\n',
      ['prose: A red kettle'],
    ],
    [
      'roles',
      'See {ref}`the guide <guide>` and {term}`kettle`.\n',
      ['prose: See the guide <guide> and kettle.'],
    ],
  ])('%s', (_, markdown, parts) => {
    expect(readParts(markdown)).toEqual(parts)
  })

  it('of template languages is taken out, and a gap shows', () => {
    expect(
      readParts(
        '{% include header.html %}\n\nSteep for {{ site.minutes }} minutes{% if x %}.{% endif %}\n\n{% highlight ruby %}\nputs "{{ tea }}"\n{% endhighlight %}\n\n{{< figure src="cup.jpg" title="A cup" >}}\n\n{{% notice tip "Mind" %}}\nWarm it.\n{{% /notice %}}\n\n{% raw %}{{ raw }}{% endraw %} and \u0024{{ x }}\n\n{% hint title="H" %}\nh\n{% endhint %}\n\n{{ content }}\n\n{# no #}\n',
      ),
    ).toEqual([
      'prose: Steep for … minutes.',
      'code/ruby: puts "{{ tea }}"',
      'prose: A cup',
      'prose: Mind | prose: Warm it.',
      'prose: {{ raw }} and \u0024{{ x }}',
      'prose: H | prose: h',
    ])
  })

  it('stays where it is written about', () => {
    expect(readParts('Use `{{ x }}`, `[[toc]]`, ``{% a ` b %}`` and `{#id}`.')).toEqual([
      'prose: Use {{ x }}, [[toc]], {% a ` b %} and {#id}.',
    ])
    expect(readParts('```\n{{ x }} {% y %} <!-- z -->\n```\n\n$$\n\\{{#a}\\}\n$$\n')).toEqual([
      'code: {{ x }} {% y %} <!-- z -->',
      'code/math: \\{{#a}\\}',
    ])
  })

  it('leaves text alone that holds none', () => {
    const words = fc
      .stringMatching(/^[a-z一二三，。 ]{1,30}$/)
      .map((text) => `x${text.replace(/ +/g, ' ').trimEnd()}`)
    fc.assert(
      fc.property(words, (text) => {
        expect(readParts(text)).toEqual([`prose: ${text}`])
      }),
    )
  })

  it.each([
    '{',
    '<a ',
    '`',
    '`` ` ',
    '{{ ',
    '[[',
    '{% ',
    '{% raw %}',
    '$a ',
    ':::\n',
    '<!--\n',
    '%%',
    '==',
    '{/* ',
    '<A b={',
    '\n$$\n',
  ])('ends soon, however often %j stands there', (piece) => {
    expect(toPlainMarkdown(piece.repeat(5000), 'a.mdx').text).toBeDefined()
  })
})

describe('Chinese emphasis', () => {
  it.each([
    ['**注意：**请先断电。', '注意：请先断电。'],
    ['这是**“重点”**内容。', '这是“重点”内容。'],
    ['**灯塔（旧）**建于1871年。', '灯塔（旧）建于1871年。'],
    ['他说**“不要动。”**然后走了。', '他说“不要动。”然后走了。'],
    ['*「斜體」*也一樣。', '「斜體」也一樣。'],
    ['~~“删除”~~后面。', '~~“删除”~~后面。'],
  ])('%s', (markdown, text) => {
    expect(readParts(markdown)).toEqual([`prose: ${text}`])
  })
})

describe('what is set above, below or through the line', () => {
  it('is not taken for a digit of what stands before it', () => {
    expect(
      readParts(
        '4 × 10<sup>9</sup> kg, H<sub>2</sub>O, x<sup>a+b</sup>, v<sub>max</sub>, 1<sup>st</sup>, ~~12~~ <del>10</del> 8 euros.',
      ),
    ).toEqual(['prose: 4 × 10⁹ kg, H₂O, x^(a+b), v_max, 1st, ~~12~~ ~~10~~ 8 euros.'])
    expect(readParts('<ruby>漢<rp>(</rp><rt>ㄏㄢˋ</rt><rp>)</rp></ruby>字')).toEqual(['prose: 漢字'])
  })
})

describe('formulas', () => {
  it('stay as they are written', () => {
    expect(
      readParts('The area is $a*b*c$, $\\{x \\mid x_1 > 0\\}$ and $$\\alpha_1 * \\beta_2$$ here.'),
    ).toEqual(['prose: The area is $a*b*c$, $\\{x \\mid x_1 > 0\\}$ and $$\\alpha_1 * \\beta_2$$ here.'])
    expect(readParts('So:\n\n$$\nf(x) = \\\\\n# not heading\n- not list\n$$\n')).toEqual([
      'prose: So: | code/math: f(x) = \\\\\n# not heading\n- not list',
    ])
  })

  it('are told from prices', () => {
    expect(readParts('From $5 to *at most* $10, or $6 *each* for $7.')).toEqual([
      'prose: From $5 to at most $10, or $6 each for $7.',
    ])
  })
})
