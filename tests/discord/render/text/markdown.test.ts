import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blockQuote,
  codeBlock,
  escapeMarkdown,
  maskedLink,
  styled,
  unescapeMarkdown,
} from '../../../../src/discord/render/text/markdown.ts'
import { anyText } from '../../arbitrary-answers.ts'

/**
 * What Discord's clients and servers look for, written from its documentation and not from the code under test. A
 * backslash before a sign of punctuation takes its meaning away; addresses are looked for in the raw text as well.
 */
const ACTIVE_IN_RAW_TEXT = [/https?:\/\//i, /discord\.(?:gg|new|gift)\//i, /discord(?:app)?\.com\//i]
const ACTIVE_WHEN_NOT_ESCAPED = [
  /[*_~`|]/,
  /<[@#:/\w]/,
  /@/,
  /\[[^\]]*\]\(/,
  /^\s*(?:#{1,3}|>|>>>|-#|[-*+]|\d+\.)(?:\s|$)/m,
]

function activeIn(text: string): string[] {
  const shown = text.replace(/\\[^0-9A-Za-z\s]/g, '\u0000')
  return [
    ...ACTIVE_IN_RAW_TEXT.filter((pattern) => pattern.test(text)),
    ...ACTIVE_WHEN_NOT_ESCAPED.filter((pattern) => pattern.test(shown)),
  ].map(String)
}

describe('escapeMarkdown', () => {
  it.each([
    '**bold** *italic* __under__ ~~gone~~ ||spoiler|| `code` ```block```',
    '# heading\n## heading\n### heading\n-# small print',
    '> quote\n>>> all of it',
    '- item\n* item\n+ item\n  - deeper\n1. first\n2) second',
    '@everyone @here <@118> <@!118> <@&118> <#118> </ask:118> <id:customize>',
    '<:smile:118> <a:smile:118> <t:1700000000:R>',
    '[click](https://evil.example) <https://evil.example> https://evil.example HTTP://EVIL.EXAMPLE',
    'discord.gg/abc https://discord.gg/abc DISCORD.GG/abc discord.com/invite/abc discordapp.com/invite/abc',
    'discord.new/abc discord.gift/abc',
    '\\*already escaped\\* \\\\*twice\\\\* trailing \\',
  ])('takes the meaning from %j', (text) => {
    expect(activeIn(text)).not.toEqual([])
    expect(activeIn(escapeMarkdown(text))).toEqual([])
  })

  it('takes it from any text', () => {
    fc.assert(
      fc.property(anyText, (text) => activeIn(escapeMarkdown(text)).length === 0),
      { numRuns: 1000 },
    )
  })

  it('leaves ordinary words as they are', () => {
    for (const text of [
      '2014年11月14日,亞馬遜AWS發布了Lambda。',
      "It's 3.5 times, isn't it? Yes: 50%!",
      'a = b & c; d - e',
    ]) {
      expect(escapeMarkdown(text)).toBe(text)
    }
  })

  it('is undone by unescapeMarkdown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => unescapeMarkdown(escapeMarkdown(text)) === text),
    )
    fc.assert(fc.property(anyText, (text) => unescapeMarkdown(escapeMarkdown(text)) === text))
  })
})

describe('codeBlock', () => {
  it('cannot be ended by what it holds', () => {
    const block = codeBlock('a\n```\n@everyone')
    expect(block.slice(3, -3)).not.toContain('```')
    expect(block.replaceAll('\u200b', '')).toBe('```\na\n```\n@everyone\n```')
  })
})

describe('blockQuote', () => {
  it('quotes every line, empty ones too', () => {
    expect(blockQuote('a\n\nb')).toBe('> a\n> \n> b')
  })
})

describe('maskedLink', () => {
  it('is not ended by its address', () => {
    expect(maskedLink('here', 'https://example.com/a_(b)')).toBe('[here](https://example.com/a_%28b%29)')
  })
})

describe('styled', () => {
  it('sets code within bold, and neither around white space nor over two lines', () => {
    const text = '- run it() or\n stop '
    const styles = [
      { start: 0, end: text.length, mark: '**' as const },
      { start: 6, end: 10, mark: '`' as const },
      { start: 11, end: 19, mark: '`' as const },
    ]
    expect(styled(text, styles)).toBe('\\- **run `it()` or**\n **stop** ')
  })

  it('loses no letter and lets nothing act, whatever is styled', () => {
    const piece = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '`', '*', '_', '<@1>', '- ', '[x](y)', '語'),
    })
    const style = fc.record({
      start: fc.nat(20),
      length: fc.nat(20),
      mark: fc.constantFrom('**' as const, '*' as const, '`' as const),
    })
    fc.assert(
      fc.property(piece, fc.array(style, { maxLength: 4 }), (text, made) => {
        const styles = made.map(({ start, length, mark }) => ({
          start: Math.min(start, text.length),
          end: Math.min(start + length, text.length),
          mark,
        }))
        const set = styled(text, styles)
        const letters = (all: string) => all.replace(/[^\p{L}\p{N}@<>[\]()-]/gu, '')
        expect(letters(set)).toBe(letters(text))
        const outsideCode = set.replace(/(?<!\\)`[^`\n]+`/g, '')
        expect(outsideCode).not.toMatch(/(?<!\\)(?:<@|\[x\])/)
        expect(outsideCode).not.toMatch(/(?<!\\)`/)
      }),
    )
  })
})
