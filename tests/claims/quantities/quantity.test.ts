import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuantities } from '../../../src/claims/quantities/find-quantities.ts'
import { isSameQuantity, unsupportedQuantities } from '../../../src/claims/quantities/quantity.ts'
import { simplify } from '../../../src/text/normalise.ts'

const quantitiesIn = (text: string) => findQuantities(simplify(text))

/** The quantities of a claim that the evidence lacks, as they are written. */
function missing(claim: string, evidence: string): string[] {
  return unsupportedQuantities(quantitiesIn(claim), quantitiesIn(evidence)).map(({ start, end }) =>
    simplify(claim).slice(start, end),
  )
}

describe('unsupportedQuantities', () => {
  it.each([
    ['worth 46 billion dollars', '市值460億美元'],
    ['30 percent of the people', '約有三成居民'],
    ['fell 12 percent', '減少一成二'],
    ['on 14 November 2014', '2014年11月14日'],
    ['on November 14, 2014', '2014-11-14'],
    ['within a fortnight', '两周之内'],
    ['within 14 days', '两周之内'],
    ['最多六十分鐘', 'at most one hour'],
    ['in the 1990s', '上世纪90年代'],
    ['in the nineteenth century', '19世纪'],
    ['Article 9', '第九條'],
    ['at 17:00', '下午五点'],
    ['on Tuesday', '週二'],
    ['NT$8.2 billion', '新臺幣八十二億元'],
    ['23 June', '6月23日'],
    ['three to five weeks', '三到五周'],
    ['twelve or thirteen years', '十二三年'],
    ['aged 17', '年僅十七歲'],
    ['a third of it', '其中三分之一'],
    ['1.5 °C', '攝氏1.5度'],
    ['300,000 kilowatts', '三十万千瓦'],
    ['twice as many', '两倍'],
    ['5 or 6 years', '5,6年'],
    ['in the first half of 2015', '在2015年上半年'],
    ['half an hour', '半小时'],
    ['both of them', '他们'],
  ])('finds «%s» in «%s»', (claim, evidence) => {
    expect(missing(claim, evidence)).toEqual([])
  })

  it.each([
    ['worth 4.6 billion dollars', '市值460億美元', '4.6 billion dollars'],
    ['in 2013', '2014年11月14日', '2013'],
    ['on 4 November', '2014年11月14日', '4 November'],
    ['for nine days', '可播放九小时', 'nine days'],
    ['500 euros', '500美元', '500 euros'],
    ['11.4磅', '11.4 kg', '11.4磅'],
    ['1.5 °F', '攝氏1.5度', '1.5 °F'],
    ['forty per cent', '约有三成居民', 'forty per cent'],
    ['id 2566629', 'id 2566628', '2566629'],
    ['in one week', '三周之内', 'one week'],
  ])('misses what is wrong in «%s» beside «%s»', (claim, evidence, wanting) => {
    expect(missing(claim, evidence)).toContain(wanting)
  })

  it('does not take an article for a number', () => {
    expect(missing('one of them, a week', '其中')).toEqual([])
    expect(missing('一个项目,一般来说十分重要', 'a project')).toEqual([])
  })
})

describe('isSameQuantity', () => {
  it('knows a number again in digits and Chinese magnitudes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9999 }), fc.constantFrom('万', '亿'), (count, magnitude) => {
        const [chinese] = quantitiesIn(`${count}${magnitude}美元`)
        const value = count * (magnitude === '万' ? 1e4 : 1e8)
        const [english] = quantitiesIn(`$${value.toLocaleString('en-US')}`)
        expect(chinese !== undefined && english !== undefined && isSameQuantity(chinese, english)).toBe(true)
      }),
    )
  })
})
