import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignArticleIds } from '../../src/corpus/article-ids.ts'

const source = fc.stringMatching(/^[ab -]{1,3}(?:\/[ab -]{1,2})?\.(?:md|txt)$/)
const request = fc.record({
  source,
  wanted: fc.constantFrom('a', 'b', 'a-b', 'a.b'),
  before: fc.option(fc.constantFrom('a', 'b', 'a-b'), { nil: undefined }),
})
const requests = fc.uniqueArray(request, { selector: (one) => one.source, maxLength: 8 })

describe('ids of articles', () => {
  it('are one for each, whoever asks for what', () => {
    fc.assert(
      fc.property(requests, (all) => {
        const ids = assignArticleIds(all)
        expect(ids.size).toBe(all.length)
        expect(new Set(ids.values()).size).toBe(all.length)
      }),
    )
  })

  it('stay once they were given, whatever goes', () => {
    fc.assert(
      fc.property(requests, (all) => {
        const fresh = all.map((one) => ({ ...one, before: undefined }))
        const ids = assignArticleIds(fresh)
        const again = fresh.map((one) => ({ ...one, before: ids.get(one.source) }))
        expect(assignArticleIds(again)).toEqual(ids)
        expect(assignArticleIds(again.slice(1))).toEqual(
          new Map(again.slice(1).map((one) => [one.source, ids.get(one.source)])),
        )
      }),
    )
  })

  it('are what is asked for where nobody else does', () => {
    expect(assignArticleIds([{ source: 'x y.md', wanted: 'x-y', before: undefined }])).toEqual(
      new Map([['x y.md', 'x-y']]),
    )
    // Its author gave it another one.
    expect(assignArticleIds([{ source: 'x.md', wanted: 'new', before: 'old' }])).toEqual(
      new Map([['x.md', 'new']]),
    )
  })
})
