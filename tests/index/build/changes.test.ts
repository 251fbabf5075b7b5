import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countChanges } from '../../../src/index/build/changes.ts'
import { encodeLibrary } from '../../../src/index/documents/encode-library.ts'
import { StoredLibrary } from '../../../src/index/documents/stored-library.ts'
import { articleOf } from '../../support/corpora/articles.ts'

const libraryOf = (texts: readonly string[]) => new StoredLibrary(encodeLibrary([articleOf('a', texts)]))
const changes = (before: readonly string[], after: readonly string[]) =>
  countChanges(libraryOf(before), [articleOf('a', after)])

describe('countChanges', () => {
  it('calls everything new where nothing was', () => {
    expect(countChanges(undefined, [articleOf('a', ['x', 'y'])])).toEqual({
      changed: 0,
      added: 2,
      removed: 0,
      kept: 0,
    })
  })

  it('tells an edit from an insertion and a removal', () => {
    expect(changes(['x', 'y', 'z'], ['x', 'Y', 'z'])).toEqual({ changed: 1, added: 0, removed: 0, kept: 2 })
    expect(changes(['x', 'y', 'z'], ['x', 'new', 'y', 'z'])).toEqual({
      changed: 0,
      added: 1,
      removed: 0,
      kept: 3,
    })
    expect(changes(['x', 'y', 'z'], ['x', 'z'])).toEqual({ changed: 0, added: 0, removed: 1, kept: 2 })
    expect(changes(['x', 'y', 'z'], ['X', 'y', 'Z', 'more'])).toEqual({
      changed: 2,
      added: 1,
      removed: 0,
      kept: 1,
    })
  })

  it('knows articles that came and went', () => {
    const before = new StoredLibrary(encodeLibrary([articleOf('a', ['x']), articleOf('b', ['x', 'y'])]))
    expect(countChanges(before, [articleOf('a', ['x']), articleOf('c', ['x'])])).toEqual({
      changed: 0,
      added: 1,
      removed: 2,
      kept: 1,
    })
  })

  it('accounts for every paragraph, before and after', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 })
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { changed, added, removed, kept } = changes(before, after)
        expect(kept + changed + removed).toBe(before.length)
        expect(kept + changed + added).toBe(after.length)
      }),
    )
  })
})
