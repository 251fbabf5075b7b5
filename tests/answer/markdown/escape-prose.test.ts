import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeProse } from '../../../src/answer/markdown/escape-prose.ts'
import { nodeTypes, readMarkdown, renderedText } from '../../support/read-markdown.ts'

/** Of plain text; an address becomes a link by itself, and says the same. */
const TEXT = new Set(['root', 'paragraph', 'text', 'break', 'inlineCode', 'link'])

describe('escapeProse', () => {
  it.each([
    ['2014年11月14日,亞馬遜AWS發布了新產品Lambda。'],
    ['Use snake_case or a_b_c; 2 * 3 * 4 is 24 - 0.'],
    ['Pass *args and **kwargs.'],
    ['C:\\path, a < b && b > c, 50% & more, #1, ~5 km, $5 and $10'],
    ['See [the guide] and (this).'],
    ['1.5 is more than 1, -5 less'],
    ['https://example.org/a_b_c'],
  ])('leaves alone what is no markup: %s', (text) => {
    expect(escapeProse(text)).toBe(text)
  })

  it.each([
    ['The <Suspense> component', 'The `<Suspense>` component'],
    ['把 <Suspense fallback={null}> 放在外面', '把 `<Suspense fallback={null}>` 放在外面'],
    ['a List<String> or useRef<Element>(null)', 'a `List<String>` or `useRef<Element>(null)`'],
    ['渲染了 <p>New messages</p>。', '渲染了 `<p>New messages</p>`。'],
    ['set --threshold=<number>, always', 'set `--threshold=<number>`, always'],
    ['a <b></b> tag', 'a `<b></b>` tag'],
    ['&nbsp; is a space', '`&nbsp;` is a space'],
    ['call __init__ (not init)', 'call `__init__` (not init)'],
    ['matches "src/**/*.test.ts", always', 'matches "`src/**/*.test.ts`", always'],
    ['**/*.{test,spec}.?(c|m)[jt]s?(x)', '`**/*.{test,spec}.?(c|m)[jt]s?(x)`'],
  ])('sets as inline code what was code: %s', (text, markdown) => {
    expect(escapeProse(text)).toBe(markdown)
  })

  it.each([
    ['**注意：**请先断电', '\\*\\*注意：\\*\\*请先断电'],
    ['**Very important** things', '\\*\\*Very important\\*\\* things'],
    ['10~20 和 30~40', '10\\~20 和 30\\~40'],
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['- nor this', '\\- nor this'],
    ['> no quote', '\\> no quote'],
    ['[a](b)', '[a\\](b)'],
    ['[over\ntwo lines](b)', '[over  \ntwo lines\\](b)'],
    ['[and\n[within](b)', '[and  \n[within\\](b)'],
    // A bracket that stands open in what comes before it would take the address.
    ['\\[click](b)', '\\\\[click\\](b)'],
    ['[a]: b', '\\[a]: b'],
    ['back`tick', 'back\\`tick'],
    ['\\* and \\', '\\\\* and \\\\'],
    ['---', '\\-\\-\\-'],
  ])('escapes what would be markup: %s', (text, markdown) => {
    expect(escapeProse(text)).toBe(markdown)
  })

  it('keeps line breaks', () => {
    expect(escapeProse('first\n\n  second')).toBe('first  \nsecond')
  })

  it('sets what looks like a marker in other brackets, in tags and words too', () => {
    expect(escapeProse('see [12], rows[0] = [1][a]')).toBe('see ［12］, rows［0］ = ［1］[a]')
    expect(escapeProse('<a [1]> _x[2]_')).toBe('\\<a ［1］> \\_x［2］\\_')
  })

  it('shows the same text and nothing but text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...(
          '*|**|***|_|__|~|~~|~~~|`|``|```|[|]|(|)|!|<|>|&|;|#|-|+|=|:|\\|/|.|1.|2)|\n|   |$|{|}|"' + "|'"
        ).split('|'),
        ' ',
        '|',
        '|---|',
        'a',
        'word',
        'x_y',
        '注意',
        '，',
        '。',
        '😀',
        '<b>',
        '</b>',
        '<!--',
        '-->',
        '&amp;',
        '&#35;',
        '[x]',
        '[1]',
        '[^1]',
        'https://a.example/b_c_d',
      ),
    )
    const text = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (all) => {
        const tree = readMarkdown(escapeProse(all))
        const lines = all
          .replace(/\[(\d+)\]/g, '［$1］')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
        expect(renderedText(tree)).toBe(lines.join('\n'))
        for (const type of nodeTypes(tree)) expect(TEXT).toContain(type)
        expect(tree.children.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 800 },
    )
  })
})
