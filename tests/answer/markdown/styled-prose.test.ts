import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { styledProse } from '../../../src/answer/markdown/escape-prose.ts'
import { tableMarkdown } from '../../../src/answer/markdown/table-markdown.ts'
import type { StyledSpan } from '../../../src/domain/span.ts'
import { marked, markedSlice, readMarks } from '../../../src/text/inline-marks.ts'
import { parseInline } from '../../../src/views/markdown/inline.ts'
import type { Inline } from '../../../src/views/markdown/tree.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { nodeTypes, readMarkdown, renderedText } from '../../support/read-markdown.ts'

const code = (words: string) => marked(words, 'code')
const strong = (words: string) => marked(words, 'strong')
const emphasis = (words: string) => marked(words, 'emphasis')
const link = (words: string, href = 'https://example.org/a') => marked(words, 'link', href)

describe('styledProse', () => {
  it.each([
    [`Run ${code('vi.fn')} now`, 'Run `vi.fn` now'],
    [`It is ${strong('not')} so, ${emphasis('never')}.`, 'It is **not** so, *never*.'],
    [`See ${link('the guide')}.`, 'See [the guide](https://example.org/a).'],
    [`See ${link(`${code('vi.fn')} here`)}.`, 'See [`vi.fn` here](https://example.org/a).'],
    [`${strong(`the ${link('guide')}`)} for 2 * 3`, '**the [guide](https://example.org/a)** for 2 \\* 3'],
    [`這是${strong('重點')}。`, '這是**重點**。'],
    [`pipe ${code('a|b')}`, 'pipe `a|b`'],
    [
      `to ${link('this', 'https://example.org/a_(b)?c=[1]')}`,
      'to [this](https://example.org/a_%28b%29?c=%5B1%5D)',
    ],
  ])('sets what its author has set apart: %j', (text, markdown) => {
    expect(styledProse(text)).toBe(markdown)
  })

  it.each([
    ['code with a backtick', code('a`b'), 'a\\`b'],
    ['emphasis that strict readers would not see', `這是${strong('「重點」')}的`, '這是「重點」的'],
    ['emphasis beside emphasis', strong('a') + emphasis('b'), '**a**b'],
    ['a link that would be a picture', `wow!${link('here')}`, 'wow!here'],
    ['a link that would be a marker', link('1'), '1'],
    ['a link that is an address already', link('https://example.org/a'), 'https://example.org/a'],
    ['an address of no page', link('here', 'javascript:alert(1)'), 'here'],
    ['an address within the site', link('here', '../guide.md'), 'here'],
  ])('leaves out %s', (_what, text, markdown) => {
    expect(styledProse(text)).toBe(markdown)
  })

  it('sets cells, and columns to their sides', () => {
    expect(tableMarkdown('a\tb\tc', [`${code('x|y')}\t${strong('2')}`], ['left', 'right', 'none'])).toBe(
      '| a | b | c |\n| :-- | --: | --- |\n| `x\\|y` | **2** |  |',
    )
  })

  it('says the same whatever is set apart, to strict readers and to the page', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b c',
        ' ',
        '*',
        '**',
        '_',
        '`',
        '[',
        ']',
        '(',
        ')',
        '!',
        '\\',
        '<b>',
        '&amp;',
        '中',
        '文字',
        '。',
        '「',
      ],
      ...['[1]', ' https://x.org/y ', '2 * 3', ' __init__ ', '~~', '|', '#', '1.', '-', '\n'],
    )
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    const styles = fc.array(
      fc.record({
        style: fc.constantFrom<StyledSpan['style']>('code', 'strong', 'emphasis', 'link'),
        from: fc.nat(20),
        length: fc.integer({ min: 1, max: 12 }),
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(text, styles, (plain, spans) => {
        const given = spans
          .map(({ style, from, length }) => ({
            start: Math.min(from, plain.length),
            end: Math.min(from + length, plain.length),
            style,
            ...(style === 'link' ? { href: 'https://example.org/a_b*c' } : {}),
          }))
          .filter(({ start, end }) => start < end && !plain.slice(start, end).includes('\n'))
          .sort((a, b) => a.start - b.start || b.end - a.end)
        const carried = markedSlice({ text: plain, styles: given }, { start: 0, end: plain.length })
        expect(readMarks(carried).text).toBe(plain)
        const markdown = styledProse(carried)
        const expected = shown(plain)
        expect(shown(renderedText(readMarkdown(markdown)))).toBe(expected)
        expect(
          shown(
            markdown
              .split('\n')
              .map((line) => wordsOf(parseInline(line)))
              .join('\n'),
          ),
        ).toBe(expected)
      }),
      { numRuns: propertyRuns(2000) },
    )
  })

  it('makes nothing but what stands within a line', () => {
    const types = nodeTypes(readMarkdown(styledProse(`${strong('a')} ${code('b')} ${link('c')}`)))
    expect([...types].sort()).toEqual(['inlineCode', 'link', 'paragraph', 'root', 'strong', 'text'])
  })
})

/** As it is read: without spaces at line ends, and with our brackets. */
function shown(text: string): string {
  return text
    .replace(/\[(\d+)\]/g, '［$1］')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('children' in inline) return wordsOf(inline.children)
      if ('text' in inline) return inline.text
      return inline.type === 'marker' ? `[${inline.marker}]` : '\n'
    })
    .join('')
}
