import { describe, expect, it } from 'vitest'
import { analyseQuestion } from '../../../src/retrieval/lexical/analyse-question.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

const part = (text: string) => ({ text, weight: 1, withoutNames: false })

describe('analyseQuestion', () => {
  it('keeps the most telling of very many terms, in their order', async () => {
    const { lexicalIndex } = (await openSmallIndex()).index
    const names = Array.from({ length: 100 }, (_, at) => `zyx${String.fromCharCode(97 + (at % 26))}${at}q`)
    const characters = '天地玄黃宇宙洪荒日月盈昃'
    const terms = analyseQuestion([part(`${characters} ${names.join(' ')}`)], lexicalIndex)
    expect(terms.length).toBeLessThanOrEqual(80)
    expect(new Set(terms.map(({ kind }) => kind))).toEqual(new Set(['latin']))
    const places = terms.map(({ key }) => names.findIndex((name) => name.startsWith(key)))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('keeps every term of a question as people ask them', async () => {
    const { lexicalIndex } = (await openSmallIndex()).index
    const keys = analyseQuestion([part('Who bought Twinings?'), part('茶館')], lexicalIndex).map(
      ({ key }) => key,
    )
    expect(keys).toContain('twine')
    expect(keys.length).toBeGreaterThan(2)
  })

  it('leaves the names of a part out that another name is put in the place of', async () => {
    const { lexicalIndex } = (await openSmallIndex()).index
    const keysOf = (withoutNames: boolean) => {
      const earlier = { text: 'Twinings 被誰收購了?', weight: 0.85, withoutNames }
      return analyseQuestion([part('And Eddystone?'), earlier], lexicalIndex).map(({ key }) => key)
    }
    expect(keysOf(false)).toContain('twine')
    expect(keysOf(true)).toEqual(keysOf(false).filter((key) => key !== 'twine'))
    expect(keysOf(true).length).toBeGreaterThan(1)
  })
})
