import { beforeAll, describe, expect, it } from 'vitest'
import { createSearch } from '../../src/answer/search.ts'
import type { Search } from '../../src/domain/search.ts'
import { InvalidRequestError } from '../../src/errors.ts'
import { corpusOfTexts } from '../support/corpora/small-corpus.ts'
import { openSmallIndex, type SmallIndex } from '../support/corpora/small-corpus-index.ts'

function searchOf({ index, retriever }: SmallIndex, byMeaning = false): Search {
  return createSearch(index, retriever, { byMeaning })
}

describe('searching the small corpus', () => {
  let small: SmallIndex
  let search: Search

  beforeAll(async () => {
    small = await openSmallIndex()
    search = searchOf(small)
  })

  it('finds the paragraph, where it opens and the words that meet the query', async () => {
    const [first] = await search({ query: 'Who bought Twinings?' })
    expect(first).toMatchObject({
      article: 'tea',
      title: '茶的故事',
      section: '收購',
      paragraph: 3,
      kind: 'prose',
      textStart: 0,
    })
    expect(first?.url).toMatch(/^\/articles\/tea\?mark=[\da-f]{12}\.6-43#[\da-f]{12}$/)
    expect(first?.highlights.map(({ start, end }) => first.text.slice(start, end))).toEqual(['Twinings'])
  })

  it('puts the best first and cuts after the limit', async () => {
    const all = await search({ query: '茶館 lighthouse 鐵路' })
    const scores = all.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(all.length).toBeGreaterThan(3)
    expect(await search({ query: '茶館 lighthouse 鐵路', limit: 2 })).toEqual(all.slice(0, 2))
  })

  it('searches the named articles alone', async () => {
    const query = '茶館 lighthouse 鐵路'
    const found = await search({ query, articles: ['lighthouses', 'railways'] })
    expect(new Set(found.map(({ article }) => article))).toEqual(new Set(['lighthouses', 'railways']))
    await expect(search({ query, articles: ['coffee'] })).rejects.toThrow('There is no article "coffee"')
  })

  it('finds nothing that shares no word with the query, unless vectors know more than words', async () => {
    expect(await search({ query: 'spaghetti' })).toEqual([])
    expect(await search({ query: '?!' })).toEqual([])
    const byMeaning = await searchOf(small, true)({ query: 'spaghetti granite' })
    expect(byMeaning.length).toBeGreaterThan((await search({ query: 'spaghetti granite' })).length)
  })

  it('shows of a very long paragraph what comes nearest, marked where it stands in the cut text', async () => {
    const text = `${'Nothing of interest stands here. '.repeat(150)}The tower is of granite.`
    const long = await openSmallIndex({ corpus: corpusOfTexts({ long: text }) })
    const [first] = await searchOf(long)({ query: 'granite' })
    expect(first?.textStart).toBeGreaterThan(0)
    expect(first?.text).toBe(text.slice(first?.textStart))
    expect(first?.highlights.map(({ start, end }) => first.text.slice(start, end))).toEqual(['granite'])
  })

  it.each([
    [{ query: ' ' }, 'ask something'],
    [{ query: '長'.repeat(1001) }, 'at most 1000'],
    [{ query: 'tea', limit: 0 }, 'from 1'],
    [{ query: 'tea', limit: 1.5 }, 'whole number'],
  ])('refuses %j', async (request, message) => {
    await expect(search(request)).rejects.toThrow(InvalidRequestError)
    await expect(search(request)).rejects.toThrow(message)
  })

  it('stops when nobody waits any more', async () => {
    await expect(search({ query: 'tea' }, { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
  })
})
