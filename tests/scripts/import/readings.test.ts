import { describe, expect, test } from 'vitest'
import { repairReadings } from '../../../scripts/import/pinyin-annotations.ts'

describe('repairReadings', () => {
  test.each([
    ['a reading behind its character', '發(fā)現(xiàn)了', '發現了'],
    ['any reading of a character that has several', '調(diào)度和調(tiáo)整', '調度和調整'],
    ['one behind a letter whose byte was taken for half a character', '兩者,F(xiàn)ord', '兩者,Ford'],
    ['the same behind a full-width comma', '兩者，F(xiàn)ord', '兩者，Ford'],
    ['the same behind another character', '虡I(yè)', '虡I'],
  ])('takes out %s', (_, text, expected) => {
    const { text: repaired, doubts } = repairReadings(text)
    expect(repaired).toBe(expected)
    expect(doubts).toEqual([])
  })

  test.each([
    '微服務(MicroService)終於',
    '從設備(物理機或虛擬機)抽取',
    '我(wo)沒有聲調',
    'call(x)',
    'café(bar)',
    '()',
  ])('leaves %s alone', (text) => {
    expect(repairReadings(text)).toEqual({ text, repairs: [], doubts: [] })
  })

  test.each([
    '發(xiàn)',
    'F(xiàn)在',
    '很F(fā)',
  ])('leaves and reports %s, whose reading belongs to nothing', (text) => {
    const result = repairReadings(text)
    expect(result.text).toBe(text)
    expect(result.doubts).toHaveLength(1)
  })

  test('says what it changed and where', () => {
    expect(repairReadings('從開始到發(fā)現(xiàn)它').repairs).toEqual([
      { rule: 'reading in brackets', before: '發(fā)', after: '發', context: '從開始到發(fā)現(xiàn)它' },
      { rule: 'reading in brackets', before: '現(xiàn)', after: '現', context: '從開始到發(fā)現(xiàn)它' },
    ])
  })
})
