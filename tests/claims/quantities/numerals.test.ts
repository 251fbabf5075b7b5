import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumerals } from '../../../src/claims/quantities/numerals.ts'

const valuesIn = (text: string) => findNumerals(text).map(({ value }) => value)

describe('findNumerals', () => {
  it.each([
    ['460亿', 46e9],
    ['46 billion', 46e9],
    ['16.5亿', 1.65e9],
    ['1.65 billion', 1.65e9],
    ['$7.5bn', 7.5e9],
    ['三亿六千万', 3.6e8],
    ['一万二千', 12_000],
    ['三万亿', 3e12],
    ['一千零二', 1002],
    ['一千二', 1200],
    ['九点八', 9.8],
    ['二〇一四', 2014],
    ['四十七', 47],
    ['8,640', 8640],
    ['30,0000', 300_000],
    ['two hundred and five', 205],
    ['twenty-one', 21],
    ['two dozen', 24],
    ['half a million', 500_000],
    ['a hundred thousand', 100_000],
  ])('reads %s', (text, value) => {
    expect(valuesIn(text)).toEqual([value])
  })

  it('tells ordinals from numbers', () => {
    expect(findNumerals('第九条, the 21st, the third').map(({ ordinal, value }) => [ordinal, value])).toEqual(
      [
        [true, 9],
        [true, 21],
        [true, 3],
      ],
    )
  })

  it('leaves open which of two neighbouring digits is meant', () => {
    expect(valuesIn('十二三年').sort()).toEqual([12, 13])
    expect(valuesIn('两三个').sort()).toEqual([2, 3])
  })

  it('finds no number in names, units and vague words', () => {
    expect(valuesIn('S3 k8s H.264 Heron-2 v1.9 数千人')).toEqual([])
    expect(valuesIn('三十万千瓦')).toEqual([300_000])
    expect(valuesIn('200兆字节')).toEqual([200])
  })

  it('reads any whole number in digits, with thousands or without', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (number) => {
        expect(valuesIn(`有${number}台`)).toEqual([number])
        expect(valuesIn(`there are ${number.toLocaleString('en-US')} of them`)).toEqual([number])
      }),
    )
  })
})
