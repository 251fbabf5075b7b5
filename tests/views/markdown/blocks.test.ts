import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBlocks } from '../../../src/views/markdown/blocks.ts'
import { MarkdownText } from '../../../src/views/markdown/markdown.tsx'

/** As a page has it; a marker 1 or 2 is known, any other is not. */
function html(text: string): string {
  return String(MarkdownText({ text, marker: (n) => (n <= 2 ? `(${n})` : undefined) }))
}

describe('Markdown', () => {
  it.each([
    ['a paragraph\nof two lines', '<p>a paragraph<br/>of two lines</p>'],
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    ['# Title\n### Deeper ###', '<h3>Title</h3><h4>Deeper</h4>'],
    ['#hashtag', '<p>#hashtag</p>'],
    ['---', '<hr/>'],
    ['> quoted\n> more\n\nafter', '<blockquote><p>quoted<br/>more</p></blockquote><p>after</p>'],
    ['known [1], unknown [3]', '<p>known (1), unknown [3]</p>'],
  ])('%j becomes %s', (text, expected) => {
    expect(html(text)).toBe(expected)
  })

  it('sets code as it is, with its language', () => {
    expect(html('```ts\nif (a < b) {\n\n  c()\n}\n```\nafter')).toBe(
      '<pre tabindex="0" data-language="ts"><code>if (a &lt; b) {\n\n  c()\n}</code></pre><p>after</p>',
    )
    expect(html('~~~\n```\n~~~')).toContain('<code>```</code>')
  })

  it('reads code whose fence has not come yet as code', () => {
    expect(html('Run:\n\n```sh\nnpm ci')).toBe(
      '<p>Run:</p><pre tabindex="0" data-language="sh"><code>npm ci</code></pre>',
    )
  })

  it.each([
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['- a\n\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['1. a\n   - b\n   - c\n2. d', '<ol start="1"><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>'],
    ['- a\n  - b\n    - c', '<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>'],
    ['- a\n  goes on', '<ul><li>a<br/>goes on</li></ul>'],
    ['- a\n\n  second paragraph\n\nafter', '<ul><li>a<p>second paragraph</p></li></ul><p>after</p>'],
    [
      '- a\n\n  ```\n  code\n  ```',
      '<ul><li>a<pre tabindex="0" data-language=""><code>code</code></pre></li></ul>',
    ],
    ['- a\n1. b', '<ul><li>a</li></ul><ol start="1"><li>b</li></ol>'],
    ['Lead-in:\n- a', '<p>Lead-in:</p><ul><li>a</li></ul>'],
    ['It was in\n2014. Really.', '<p>It was in<br/>2014. Really.</p>'],
    ['-5 degrees', '<p>-5 degrees</p>'],
  ])('reads the list %j', (text, expected) => {
    expect(html(text)).toBe(expected)
  })

  it('shows which tasks are done', () => {
    expect(html('- [x] done\n- [ ] open')).toMatch(/<li class="task">.*☑.*done.*<li class="task">.*☐.*open/s)
  })

  it('reads a table, whose cells may hold an escaped bar', () => {
    expect(html('| a | b |\n|---|:-:|\n| 1 \\| 2 | **3** [1] |\n| 4 |\nafter')).toBe(
      '<div class="wide" tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col" class="center">b</th></tr></thead>' +
        '<tbody><tr><td>1 | 2</td><td class="center"><strong>3</strong> (1)</td></tr><tr><td>4</td><td class="center"></td></tr></tbody></table></div>' +
        '<p>after</p>',
    )
  })

  it.each(['a | b', 'a | b\nno delimiters', '| a |\n|---|---|'])('takes %j for no table', (text) => {
    expect(html(text)).not.toContain('<table')
  })

  it('lets no text become markup', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const page = html(pieces.join(''))
        expect(page).not.toMatch(/<(script|img|iframe|style|svg|on)/i)
        for (const [, href] of page.matchAll(/ (?:href|src|on\w+)="([^"]*)"/g))
          expect(href).toMatch(/^https?:\/\//)
      }),
    )
  })

  it('ends on anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void html(text)))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }),
        (pieces) => void html(pieces.join('')),
      ),
    )
  })

  it('nests only so deep', () => {
    expect(parseBlocks('> '.repeat(5000))).toHaveLength(1)
    expect(() =>
      html(Array.from({ length: 300 }, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n')),
    ).not.toThrow()
  })
})

const PIECES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](https://a.example/" onclick="x)',
  '![a](https://a.example/x.png)',
  'https://a.example/"><script>',
  '\n',
  '\n\n',
  '- ',
  '1. ',
  '> ',
  '| a | b |\n|---|---|\n',
  '```\n',
  '**',
  '*',
  '`',
  '[1]',
  '  ',
  '# ',
  '雲',
]
