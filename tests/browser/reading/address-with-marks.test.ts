import { describe, expect, it } from 'vitest'
import { addressWithMarks } from '../../../src/browser/reading/address-with-marks.ts'
import type { Citation } from '../../../src/domain/citation.ts'
import { fakeAsk } from '../../support/fake-snapshot.ts'

async function citations(): Promise<[Citation, Citation, Citation]> {
  const [one] = (await fakeAsk({ question: 'Lambda' })).citations
  if (one === undefined) throw new Error('there is a citation')
  return [
    { ...one, url: '/articles/cloud?mark=aa11.3-34#aa11' },
    { ...one, marker: 2, url: '/articles/cloud?mark=ff66.1-9#ff66' },
    { ...one, marker: 3, article: 'other', url: '/articles/other?mark=aa11.0-1#aa11' },
  ]
}

describe('the address of a source with its neighbours', () => {
  it('marks all cited words of the article, and opens at those that were asked for', async () => {
    const [first, second, other] = await citations()
    expect(addressWithMarks(second, [first, second, other])).toBe(
      '/articles/cloud?mark=ff66.1-9&mark=aa11.3-34#ff66',
    )
    expect(addressWithMarks(other, [first, second, other])).toBe('/articles/other?mark=aa11.0-1#aa11')
  })

  it('keeps an address without marks as it is', async () => {
    const [first] = await citations()
    expect(addressWithMarks({ ...first, url: '/articles/cloud' }, [])).toBe('/articles/cloud')
    expect(addressWithMarks({ ...first, url: '/articles/cloud#aa11' }, [])).toBe('/articles/cloud#aa11')
  })
})
