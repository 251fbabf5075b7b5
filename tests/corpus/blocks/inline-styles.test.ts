import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../../src/corpus/parse-article.ts'
import type { StyledSpan } from '../../../src/domain/span.ts'

/** What is set apart in the paragraphs of an article, by its words. */
function stylesOf(text: string, path = 'note.md') {
  return parseArticle({ path, text }).paragraphs.map(({ text, styles = [] }) =>
    styles.map((span) => told(text, span)),
  )
}

function told(text: string, { start, end, style, href }: StyledSpan) {
  return [style, text.slice(start, end), ...(href === undefined ? [] : [href])].join(' ')
}

describe('what is set apart within a line', () => {
  it('is kept beside the plain text, outer before inner', () => {
    const [paragraph] = parseArticle({
      path: 'note.md',
      text: 'Run `a b`, **bold [link `c`](https://example.org/a)** and *em*.',
    }).paragraphs
    expect(paragraph?.text).toBe('Run a b, bold link c and em.')
    expect(paragraph?.styles?.map((span) => told(paragraph.text, span))).toEqual([
      'code a b',
      'strong bold link c',
      'link link c https://example.org/a',
      'code c',
      'emphasis em',
    ])
  })

  it.each([
    ['an item', '- one `i`\n  - two **b**\n1. `n` three', [['code i', 'strong b'], ['code n']]],
    ['a quotation', '> a *q*\n>\n> b `w`', [['emphasis q', 'code w']]],
    ['a table', '| a | `b` |\n| - | - |\n| `x` | **2** |', [['code b', 'code x', 'strong 2']]],
    ['lines of Chinese', '前面\n**粗體**\n後面 `碼`', [['strong 粗體', 'code 碼']]],
    ['a break that its author has set', '**one  \ntwo**', [['strong one', 'strong two']]],
    ['a lead-in and its list', 'Run `x`:\n\n- a `y`\n', [['code x', 'code y']]],
    ['a reference', 'See [this][r].\n\n[r]: https://example.org/r', [['link this https://example.org/r']]],
    ['tags', 'Press <kbd>Ctrl</kbd> and <b>go</b>', [['code Ctrl', 'strong go']]],
  ])('has its place in %s', (_what, text, expected) => {
    expect(stylesOf(text)).toEqual(expected)
  })

  it('is kept of a web page', () => {
    expect(
      stylesOf('<p>Use <code>fs</code> and <a href="https://example.org/">this</a>.</p>', 'a.html'),
    ).toEqual([['code fs', 'link this https://example.org/']])
  })

  it('is no link to anything but the web, whatever a text holds', () => {
    expect(stylesOf('[a](javascript:alert(1)) [b](./c.md) \ufdd8ljavascript:alert(1)\ufdd9d\ufdda')).toEqual([
      [],
    ])
    expect(stylesOf('```\n\ufdd8ljavascript:x\ufdd9d\ufdda\n```')).toEqual([[]])
  })

  it('ends for a text that holds a mark of ours', () => {
    const [paragraph] = parseArticle({ path: 'a.md', text: 'a\ufdd5 `b` c\ufdd0' }).paragraphs
    expect(paragraph?.text).toBe('a b c')
  })

  it('is kept of headings', () => {
    const { sections } = parseArticle({ path: 'note.md', text: '## Use `vi.fn`\n\nNow.' })
    expect(sections).toEqual([
      { heading: 'Use vi.fn', level: 2, position: 1, styles: [{ start: 4, end: 9, style: 'code' }] },
    ])
  })

  it('is said of the columns of a table', () => {
    const [paragraph] = parseArticle({
      path: 'a.md',
      text: '| a | b | c |\n|:-|-:|-|\n| 1 | 2 | 3 |',
    }).paragraphs
    expect(paragraph?.blocks[0]?.columns).toEqual(['left', 'right', 'none'])
  })
})
