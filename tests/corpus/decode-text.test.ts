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
    ['cut UTF-16', Uint8Array.of(0xff, 0xfe, 0x61), /not text/],
  ])('%s', (_, bytes, message) => {
    const decode = () => decodeText('folder/a.md', bytes)
    expect(decode).toThrow(CorpusError)
    expect(decode).toThrow(/^folder\/a\.md /)
    expect(decode).toThrow(message)
  })
})
