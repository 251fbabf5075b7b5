import { describe, expect, test } from 'vitest'
import { repairFusedStops } from '../../../scripts/import/mojibake.ts'
import { damage } from '../../corpus/support/damage.ts'

describe('repairFusedStops', () => {
  test.each([
    ['兩者之間?;蛟S,這是', '兩者之間。或許,這是'],
    ['來勢洶洶??纯聪旅娴膱D,好', '來勢洶洶。看看下面的圖,好'],
    ['老開始?,F(xiàn)在看到', '老開始。現(xiàn)在看到'],
  ])('%s', (text, expected) => {
    const { text: repaired, doubts } = repairFusedStops(text)
    expect(repaired).toBe(expected)
    expect(doubts).toEqual([])
  })

  test.each([
    '很遠。可現在。',
    '要等。回應卻沒有。',
    '兩地。海底電纜很長。',
    '一個。或許,兩個。看看下面的圖。現在是三個。',
  ])('undoes the damage to %s', (text) => {
    const damaged = damage(text)
    expect(damaged).not.toBe(text)
    expect(repairFusedStops(damaged)).toMatchObject({ text, doubts: [] })
  })

  test.each(['速度非常快，價錢', '天黑。火車'])('leaves and reports what lost its bytes: %s', (text) => {
    const damaged = damage(text)
    const result = repairFusedStops(damaged)
    expect(result.text).toBe(damaged)
    expect(result.repairs).toEqual([])
    expect(result.doubts).toHaveLength(1)
  })

  test.each([
    '是嗎?也許。',
    '什麼?!真的',
    '什麼?? 我不信',
    'a ? b : c',
    'why?; because',
    '好不好?:D',
    'http://a/b?c',
  ])('leaves %s alone', (text) => {
    const result = repairFusedStops(text)
    expect(result.text).toBe(text)
    expect(result.repairs).toEqual([])
  })

  test('says what it changed and where', () => {
    expect(repairFusedStops('兩者之間?;蛟S,這是').repairs).toEqual([
      { rule: 'fused full stop', before: '?;蛟S', after: '。或許', context: '兩者之間?;蛟S,這是' },
    ])
  })
})
