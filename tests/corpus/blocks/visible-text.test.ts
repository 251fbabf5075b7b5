import { describe, expect, it } from 'vitest'
import { visibleText } from '../../../src/corpus/blocks/visible-text.ts'
import { readParts } from '../support/read-parts.ts'

describe('visible text', () => {
  it('has no soft hyphens, zero-width spaces and word joiners, and keeps what joins emoji', () => {
    expect(visibleText('re\u00adstau\u00adrant el\u200be\u2060phant \ufeff👩‍👩‍👧')).toBe(
      'restaurant elephant 👩‍👩‍👧',
    )
    expect(readParts('dump&shy;lings and `el&shy;e\u00adphant`')).toEqual([
      'prose: dumplings and el&shy;ephant',
    ])
  })

  it('has no spaces between Han characters where a program has put them everywhere', () => {
    expect(visibleText('灯 塔 建 于 1871 年 。 塔 高 三 十 米')).toBe('灯塔建于 1871 年。塔高三十米')
    expect(visibleText('前 言')).toBe('前 言')
    expect(visibleText('第一章 出海的人 回来了 没有 再去 的人 很多很多很多很多')).toBe(
      '第一章 出海的人 回来了 没有 再去 的人 很多很多很多很多',
    )
  })
})
