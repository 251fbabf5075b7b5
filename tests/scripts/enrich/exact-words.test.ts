import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findExactWords } from '../../../scripts/enrich/drafting/exact-words.ts'

const TEXT =
  'SaaS鼻祖SalesForce喊出的口號『No Software』嗎?當 OpenStack (2010年)出現,\nDocker 還沒有。價值460億美元。'

describe('findExactWords', () => {
  it.each([
    ['verbatim', '價值460億美元', '價值460億美元'],
    ['with spaces around it', '  價值460億美元。\n', '價值460億美元。'],
    [
      'with other white space inside',
      '當OpenStack (2010年) 出現, Docker還沒有',
      '當 OpenStack (2010年)出現,\nDocker 還沒有',
    ],
    ['full width for half width', '當 ＯｐｅｎＳｔａｃｋ（２０１０年）出現，', '當 OpenStack (2010年)出現,'],
    ['other quotation marks', '喊出的口號「No Software」嗎？', '喊出的口號『No Software』嗎?'],
    ['with marks of its own around it', '“價值460億美元”', '價值460億美元'],
    ['with a character that cannot be seen', '價值\u200b460億美元', '價值460億美元'],
  ])('finds words %s', (_, quotation, words) => {
    expect(findExactWords(quotation, TEXT)).toBe(words)
  })

  it.each([
    ['other words', '價值461億美元'],
    ['another script', '价值460亿美元'],
    ['another case', 'salesforce'],
    ['words from two places', '口號價值'],
    ['nothing', ' \n'],
    ['marks only', '「」'],
  ])('does not find %s', (_, quotation) => {
    expect(findExactWords(quotation, TEXT)).toBeUndefined()
  })

  it('finds nothing where different words are meant', () => {
    expect(findExactWords('A，B', 'A,B and A, B')).toBeUndefined()
    expect(findExactWords('A，B', 'A,B and A,B')).toBe('A,B')
  })

  it('never takes a part of a character', () => {
    expect(findExactWords('「1」', 'see ⑽')).toBeUndefined()
    expect(findExactWords('see (1', 'see ⑽')).toBeUndefined()
    expect(findExactWords('10)', 'see ⑽')).toBeUndefined()
    expect(findExactWords('see(10)', 'see ⑽')).toBe('see ⑽')
  })

  it('finds only what stands in the text, whatever it is asked for', () => {
    const near = fc.string({
      unit: fc.constantFrom('a', ' ', 'ａ', '「', '"', '1', '⑽', '\n', '，', ',', '𠮷'),
    })
    fc.assert(
      fc.property(near, near, (quotation, text) => {
        const words = findExactWords(quotation, text)
        expect(words === undefined || text.includes(words)).toBe(true)
      }),
    )
  })
})
