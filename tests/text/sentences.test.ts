import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/text/sentences.ts'

const sentences = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  test.each([
    ['Chinese', '沒有捷徑。你說呢？當然！好', ['沒有捷徑。', '你說呢？', '當然！', '好']],
    ['ASCII marks after Chinese', '是未來嗎?也許是!對。', ['是未來嗎?', '也許是!', '對。']],
    ['a Latin word right after a mark', '口號嗎?SalesForce在這。', ['口號嗎?', 'SalesForce在這。']],
    ['several marks', '真的嗎??!太好了', ['真的嗎??!', '太好了']],
    ['closing quotes and brackets', '他說:「好嗎?」走了(真的。)好', ['他說:「好嗎?」', '走了(真的。)', '好']],
    ['a mark inside a name or number', '用Node.js寫0.1.0版本。', ['用Node.js寫0.1.0版本。']],
    ['English', 'It is fine. He left. "Yes!" Go', ['It is fine.', 'He left.', '"Yes!"', 'Go']],
    [
      'titles and initials',
      'Dr. J. Smith of the U.S. Army. He left.',
      ['Dr. J. Smith of the U.S. Army.', 'He left.'],
    ],
    ['an abbreviation before a number', 'See No. 5. He said no. Then', ['See No. 5.', 'He said no.', 'Then']],
    ['Latin abbreviations', 'Clouds, e.g. AWS. Fine.', ['Clouds, e.g. AWS.', 'Fine.']],
    ['numbered items', '1. 第一條。\n2. 第二條。', ['1. 第一條。', '2. 第二條。']],
    [
      'marks within a sentence',
      'The dbg! macro prints, as in “What now?” below. Why? “Oh!” Yes.',
      ['The dbg! macro prints, as in “What now?” below.', 'Why?', '“Oh!”', 'Yes.'],
    ],
    [
      'dots that are code',
      '你可以用 ... 對象 展開語法。然後 ... Then he left.',
      ['你可以用 ... 對象 展開語法。', '然後 ...', 'Then he left.'],
    ],
    ['lines', 'a = 1;\nb\n\nc', ['a = 1;', 'b', 'c']],
    ['white space around', '  好。 \n\t ', ['好。']],
    ['nothing', ' \n ', []],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  test('keeps a web address whole, without the stop behind it', () => {
    expect(sentences('論文:https://queue.acm.org/detail.cfm?id=2566628。下一句')).toEqual([
      '論文:https://queue.acm.org/detail.cfm?id=2566628。',
      '下一句',
    ])
    expect(sentences('See http://a.example/x?y. Then go.')).toEqual(['See http://a.example/x?y.', 'Then go.'])
  })

  test('covers all that is not white space, in order and trimmed', () => {
    const piece = fc.constantFrom(
      '中',
      '文',
      'a',
      'B',
      '1',
      '。',
      '.',
      '?',
      '!',
      '"',
      '」',
      ' ',
      '\n',
      '😀',
      'http://a.b/c?d',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const text = pieces.join('')
        let position = 0
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(position)
          expect(text.slice(position, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          position = end
        }
        expect(text.slice(position).trim()).toBe('')
      }),
    )
  })

  test('gives the same sentences however long the text before them is', () => {
    const unit = '這是一個句子,有很多字。Docker is 1.0 in the U.S. Army. See http://a.example/x?y=1 now! '
    const count = sentences(unit).length
    const repeated = sentences(unit.repeat(100))
    expect(repeated).toEqual(Array.from({ length: 100 }, () => sentences(unit)).flat())
    expect(repeated).toHaveLength(100 * count)
  })

  test('takes a long text without any mark as one sentence', () => {
    const text = '這是一個沒有標點的句子'.repeat(20_000)
    expect(splitSentences(text)).toEqual([{ start: 0, end: text.length }])
  })
})
