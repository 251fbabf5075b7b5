import { expect, test } from 'vitest'
import { numberedHeadings } from '../../../scripts/import/numbered-headings.ts'

test.each<[string, string[], number[]]>([
  ['lines that count', ['intro.', '1、開始', 'a.', 'b.', '2、後來?', 'c.'], [1, 4]],
  ['English ones', ['1. Start', 'a.', '2. End', 'b.'], [0, 2]],
  ['Chinese numbers', ['一、開始', 'a.', '二、後來', 'b.', '三、結論', 'c.'], [0, 2, 4]],
  ['a list is none', ['1. milk', '2. bread', '3. salt', 'a.'], []],
  ['a single number is none', ['1、開始', 'a.'], []],
  ['sentences are none', ['1、這是一句話。', 'a.', '2、這也是。', 'b.'], []],
  ['a year is none', ['2014、那一年', 'a.', '2015、這一年', 'b.'], []],
  ['a heading without text is none', ['1、開始', 'a.', '2、後來'], []],
])('%s', (_, texts, headings) => {
  expect(numberedHeadings(texts)).toEqual(headings)
})
