import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInline } from '../../../src/views/markdown/inline.ts'
import type { Inline } from '../../../src/views/markdown/tree.ts'

/** A short notation: text as it is, everything else as `type(…)`. */
function notation(inlines: readonly Inline[]): string {
  return inlines.map(notationOf).join('')
}

function notationOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'code':
      return `code(${inline.text})`
    case 'marker':
      return `marker(${inline.marker})`
    case 'break':
      return 'break()'
    case 'link':
      return `link(${inline.href} ${notation(inline.children)})`
    default:
      return `${inline.type}(${notation(inline.children)})`
  }
}

describe('Markdown within a line', () => {
  it.each([
    ['plain <b>text</b> & more', 'plain <b>text</b> & more'],
    ['**bold** and *thin*', 'strong(bold) and emphasis(thin)'],
    ['**粗體。**後面', 'strong(粗體。)後面'],
    ['「*斜體*」', '「emphasis(斜體)」'],
    ['***both***', 'strong(emphasis(both))'],
    ['**a *b* c**', 'strong(a emphasis(b) c)'],
    ['~~gone~~', 'deleted(gone)'],
    ['snake_case_name and _word_', 'snake_case_name and emphasis(word)'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['**never closed', '**never closed'],
    ['****', '****'],
    ['`a < b` and ``a ` b``', 'code(a < b) and code(a ` b)'],
    ['`open', '`open'],
    ['said so.[1][12]', 'said so.marker(1)marker(12)'],
    ['`row[1]`', 'code(row[1])'],
    ['\\[1\\] \\*no\\*', '[1] *no*'],
    ['[Docker](https://docker.com/a_(b)) here', 'link(https://docker.com/a_(b) Docker) here'],
    ['[1](https://a.example)', 'link(https://a.example 1)'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['[x](data:text/html,hi)', '[x](data:text/html,hi)'],
    ['see https://a.example/b?c=d.', 'see link(https://a.example/b?c=d https://a.example/b?c=d).'],
    ['見https://a.example/b。好', '見https://a.example/b。好'],
    ['<https://a.example>', 'link(https://a.example https://a.example)'],
    ['one\ntwo', 'onebreak()two'],
  ])('reads %j', (source, expected) => {
    expect(notation(parseInline(source))).toBe(expected)
  })

  it('ends on any text, and loses no letter of it', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '*',
        '**',
        '_',
        '__',
        '~~',
        '`',
        '``',
        '[',
        ']',
        '(',
        ')',
        '\\',
        '<',
        '[1]',
        'http://',
        'a',
        '雲',
        ' ',
      ),
      { maxLength: 60 },
    )
    const letters = (text: string) => text.replace(/[^a雲]/g, '')
    fc.assert(
      fc.property(hostile, (pieces) => {
        const source = pieces.join('')
        const hrefs = /https?:\/\/\S*/g
        expect(
          letters(
            notation(parseInline(source)).replace(
              /(?:strong|emphasis|deleted|link|code|marker|break)\(/g,
              '',
            ),
          ).length,
        ).toBeGreaterThanOrEqual(letters(source.replace(hrefs, '')).length)
      }),
    )
  })

  it('does not take forever on what never closes', () => {
    for (const piece of ['*a', '**a ', '[', '`', '_a', '[a](', '~~a']) {
      expect(() => parseInline(piece.repeat(4000))).not.toThrow()
    }
  })
})
