import { beforeAll, describe, expect, it } from 'vitest'
import { Sounds } from '../../../src/claims/names/sounds.ts'
import { loadDictionary } from '../../../src/indexing/load-dictionary.ts'

let sounds: Sounds
beforeAll(async () => {
  sounds = new Sounds(await loadDictionary())
})

describe('Sounds', () => {
  it('finds what pinyin spells', () => {
    expect(sounds.spelledIn('知县宋履谦开仓', 'Lüqian')).toEqual({ start: 3, end: 5 })
    expect(sounds.spelledIn('往青岚矿区', 'Qinglan')).toEqual({ start: 1, end: 3 })
    expect(sounds.spelledIn('往青岚矿区', 'Lanshi')).toBeUndefined()
  })

  it.each([
    ['马罗比', 'Marrowby'],
    ['托拜厄斯', 'Tobias'],
    ['安特卫普', 'Antwerp'],
    ['瓦西里耶夫', 'Vasiliev'],
    ['林德奎斯特', 'Lindqvist'],
    ['彼得', 'Pieter'],
    ['汉娜', 'Hanna'],
  ])('hears %s in %s', (characters, name) => {
    expect(sounds.transliterates([...characters], name)).toBe(true)
  })

  it.each([
    ['帕洛马', 'Blanco'],
    ['鹿特丹', 'Heerenveen'],
    ['马罗比', 'Tolle'],
  ])('does not hear %s in %s', (characters, name) => {
    expect(sounds.transliterates([...characters], name)).toBe(false)
  })

  it('takes no words that mean something for a foreign name', () => {
    const text = '他叫瓦西里耶夫'
    expect(sounds.transliteratedIn(text, 'Vasiliev', () => false)?.start).toBe(2)
    expect(sounds.transliteratedIn(text, 'Vasiliev', () => true)).toBeUndefined()
  })
})
