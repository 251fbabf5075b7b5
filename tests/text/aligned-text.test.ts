import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AlignedText } from '../../src/text/aligned-text.ts'
import { normalise } from '../../src/text/normalise.ts'

/** The words of the original that stand where these words stand in the normalised text. */
function originalOf(text: string, words: string): string {
  const aligned = new AlignedText(text)
  const start = aligned.normalised.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  const span = aligned.original({ start, end: start + words.length })
  return text.slice(span.start, span.end)
}

describe('AlignedText', () => {
  it.each([
    ['AWS 發布了 Lambda。', '发布', '發布'],
    ['在伺服器上', '服务器', '伺服器'],
    ['ＤＯＣＫＥＲ 容器', 'docker', 'ＤＯＣＫＥＲ'],
    ['它有記憶體和容器', '容器', '容器'],
    ['①容器 ½ 雲', '云', '雲'],
    ['ﬁle 文件', 'file', 'ﬁle'],
    ['cafe\u0301 開張', 'caf\u00e9', 'cafe\u0301'],
    ['👩‍👩‍👧 容器', '容器', '容器'],
    ['𠮷野家 開張', '开张', '開張'],
  ])('finds in %s what is %s', (text, words, original) => {
    expect(originalOf(text, words)).toBe(original)
  })

  it('is normalised as everything else, but for words whose number of characters changes', () => {
    // A Greek word ends in another sigma; a character that is normalised by itself is the end of none.
    const plain = (text: string) => text.normalize('NFKC').replaceAll('ς', 'σ')
    // Marks that describe how a character is composed keep OpenCC from converting what follows them.
    const texts = fc.string({ unit: 'grapheme' }).filter((text) => !/[\u2ff0-\u2fff\u31ef]/.test(text))
    fc.assert(
      fc.property(texts, (text) => {
        expect(plain(new AlignedText(text).normalised)).toBe(plain(normalise(text)))
      }),
    )
  })

  it('maps every part of any text to words of the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, one, other) => {
        const aligned = new AlignedText(text)
        const { length } = aligned.normalised
        fc.pre(length > 0)
        const [start = 0, last = 0] = [one % length, other % length].sort((a, b) => a - b)
        const span = aligned.original({ start, end: last + 1 })
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.start).toBeLessThan(span.end)
        expect(span.end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
