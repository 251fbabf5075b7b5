import { describe, expect, it } from 'vitest'
import { findParagraph } from '../../src/answer/find-paragraph.ts'
import { fakeSnapshot } from '../support/fake-snapshot.ts'

const { library } = fakeSnapshot()

describe('findParagraph', () => {
  it('finds a paragraph, and the header of an article', () => {
    expect(findParagraph('cloud#aa11', library)?.paragraph.position).toBe(1)
    expect(findParagraph('cloud#header', library)).toMatchObject({
      article: { id: 'cloud' },
      paragraph: { id: 'cloud#header', position: 0 },
    })
  })

  it.each(['cloud#0000', 'gone#aa11', 'gone#header', 'cloud', ''])('finds nothing for "%s"', (id) => {
    expect(findParagraph(id, library)).toBeUndefined()
  })
})
