import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/corpus/decode-text.ts'
import { CorpusError } from '../../src/errors.ts'
import { encode } from './support/encode.ts'

const SIMPLIFIED = '从驿马到电报，消息是怎样变快的？'
const TRADITIONAL = '從驛馬到電報，消息是怎樣變快的？'
const MIXED = '# Title\r\n\r\nOpenStack 和 Docker 不能，ServerLess 能決定雲計算勝負嗎？\r\n'
const LONG = TRADITIONAL.repeat(20_000)

describe('recognises', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(MIXED), MIXED],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${MIXED}`), MIXED],
    ['UTF-16, little end first', encode(`\ufeff${MIXED}`, 'utf-16le'), MIXED],
    ['UTF-16, big end first', encode(`\ufeff${MIXED}`, 'utf-16be'), MIXED],
    ['UTF-16 without a mark', encode(MIXED, 'utf-16le'), MIXED],
    ['GB 18030, simplified', encode(SIMPLIFIED, 'gb18030'), SIMPLIFIED],
    ['GB 18030, traditional', encode(TRADITIONAL, 'gb18030'), TRADITIONAL],
    ['GB 18030 among English', encode(MIXED, 'gb18030'), MIXED],
    ['GB 18030, four characters', encode('电报很快', 'gb18030'), '电报很快'],
    ['GB 18030, long', encode(LONG, 'gb18030'), LONG],
    ['Big5', encode(TRADITIONAL, 'big5'), TRADITIONAL],
    ['Big5 among English', encode(MIXED, 'big5'), MIXED],
    ['Big5, six characters', encode('電報很快。好', 'big5'), '電報很快。好'],
    ['Big5, long', encode(LONG, 'big5'), LONG],
    ['an empty file', new Uint8Array(), ''],
  ])('%s', (_, bytes, text) => {
    expect(decodeText('a.md', bytes)).toBe(text)
  })
})

describe('mends', () => {
  const utf8 = (text: string) => Array.from(new TextEncoder().encode(text))
  const decoded = (bytes: readonly number[]) => {
    const notes: string[] = []
    return [decodeText('a.md', Uint8Array.from(bytes), (note) => notes.push(note)), ...notes]
  }

  test('UTF-8 with a byte too many, or with its end cut off', () => {
    const text = utf8('西湖在杭州城的西边,面积约六点三九平方公里。')
    expect(decoded([...text.slice(0, 10), 0xff, ...text.slice(10)])).toEqual([
      expect.stringMatching(/^西湖在\ufffd.*公里。$/),
      expect.stringMatching(/^a\.md is not quite UTF-8 in one place, in line 1, where it shows \ufffd/),
    ])
    expect(decoded([...utf8('好\n'), ...text.slice(0, -1)])).toEqual([
      '好\n西湖在杭州城的西边,面积约六点三九平方公里',
      expect.stringMatching(
        /^a\.md is not quite UTF-8 in one place, in line 2, where a character is cut off/,
      ),
    ])
  })

  test('a dash of Windows-1252 among ASCII', () => {
    const text = utf8('The lighthouse was built in 1871. It has 132 steps ')
    expect(decoded([...text, 0x96, ...utf8(' count them.')])).toEqual([
      'The lighthouse was built in 1871. It has 132 steps – count them.',
      expect.stringContaining('where it shows –'),
    ])
  })

  test('control characters and what colours a terminal', () => {
    expect(decoded(utf8('# DEL\n\nEscape \u001b[31mred\u001b[0m from a log.'))).toEqual([
      '# DEL\n\nEscape red from a log.',
      'a.md has 2 control characters, the first in line 3; it is read without.',
    ])
    expect(decoded(utf8('a \0byte in a long text'))).toEqual([
      'a byte in a long text',
      'a.md has a control character in line 1; it is read without.',
    ])
  })

  test('the characters of Hong Kong in Big5', () => {
    const bytes = [
      0xa7, 0xda, 0x92, 0x5d, 0x9d, 0xf6, 0xad, 0xbb, 0xb4, 0xe4, 0x9d, 0xef, 0xb5, 0xf3, 0xa5, 0xab, 0xb6,
      0x52, 0x96, 0x52,
    ]
    expect(decoded(bytes)).toEqual(['我哋喺香港嘅街市買餸'])
  })
})

describe('refuses by name', () => {
  test.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), /not text/],
    ['text with zero bytes', new TextEncoder().encode('a\0b\0\0c'), /not text/],
    ['noise', Uint8Array.from({ length: 999 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256), /not text/],
    [
      'Western text',
      Uint8Array.from(
        `Caf\xe9 d\xe9j\xe0 vu, na\xefve fa\xe7ade. Le gar\xe7on a mang\xe9 une p\xeache.`,
        (c) => c.charCodeAt(0),
      ),
      /UTF-8/,
    ],
    [
      'bytes that read as UTF-16',
      new Uint8Array(500).map((_, i) => [0, 1, 2, 0xff, 0xfe][i % 5] ?? 0),
      /not text/,
    ],
    [
      'Korean',
      Uint8Array.from([
        0xc0, 0xcc, 0xb0, 0xcd, 0xc0, 0xba, 0x20, 0xc7, 0xd1, 0xb1, 0xb9, 0xbe, 0xee, 0x20, 0xb9, 0xae, 0xc0,
        0xe5, 0xc0, 0xd4, 0xb4, 0xcf, 0xb4, 0xd9, 0x2e, 0x20, 0xb5, 0xee, 0xb4, 0xeb, 0xb4, 0xc2, 0x20, 0xc1,
        0xf6, 0xbe, 0xee, 0xc1, 0xb3, 0xbd, 0xc0, 0xb4, 0xcf, 0xb4, 0xd9, 0x2e,
      ]),
      /perhaps EUC-KR/,
    ],
    ['cut UTF-16', Uint8Array.of(0xff, 0xfe, 0x61), /not text/],
  ])('%s', (_, bytes, message) => {
    const decode = () => decodeText('folder/a.md', bytes)
    expect(decode).toThrow(CorpusError)
    expect(decode).toThrow(/^folder\/a\.md /)
    expect(decode).toThrow(message)
  })
})
