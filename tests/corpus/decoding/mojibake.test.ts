import { describe, expect, it } from 'vitest'
import { signsOfMojibake } from '../../../src/corpus/decoding/mojibake.ts'
import { encode } from '../support/encode.ts'

const latin1 = (text: string) => new TextDecoder('latin1').decode(new TextEncoder().encode(text))
const asGbk = (text: string) => new TextDecoder('gbk').decode(new TextEncoder().encode(text))

describe('signs of mojibake', () => {
  it.each([
    ['lost characters', `a 锟斤拷 b`],
    ['replacement characters', 'a \ufffd b'],
    ['memory that was never filled', '烫烫烫烫'],
    ['UTF-8 read as Latin 1', latin1('中文网页')],
    ['UTF-8 read as Windows-1252', 'ä¸­æ–‡ and donâ€™t'],
    ['UTF-8 read as GBK', asGbk('中文的是，在这里。一个问题')],
  ])('%s', (_, text) => {
    expect(signsOfMojibake(text)).toHaveLength(1)
  })

  it('are none in what people write', () => {
    for (const text of [
      '從驛馬到電報，消息是怎樣變快的？很烫，烫手。',
      'Ça va? Où est-ce? L’été à Nîmes — “naïve” façade, Ärger über Öl, año.',
      '浜松市的鍋、一只闂子、鍍鍦、鍜子',
    ])
      expect(signsOfMojibake(text)).toEqual([])
    expect(signsOfMojibake(new TextDecoder('gb18030').decode(encode('电报很快', 'gb18030')))).toEqual([])
  })
})
