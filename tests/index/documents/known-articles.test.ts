import { describe, expect, it } from 'vitest'
import { IndexError } from '../../../src/errors.ts'
import { encodeLibrary } from '../../../src/index/documents/encode-library.ts'
import { encodeOrigins, KnownArticles } from '../../../src/index/documents/known-articles.ts'
import { StoredLibrary } from '../../../src/index/documents/stored-library.ts'
import { articleOf } from '../../support/articles.ts'

const articles = [articleOf('a', ['one']), articleOf('b', ['two', 'three'])]
const library = new StoredLibrary(encodeLibrary(articles))
const origins = new Map([['b.md', { file: 'f1', content: 'c1' }]])

describe('KnownArticles', () => {
  it('finds an article by its source and the hash of its file', () => {
    const known = new KnownArticles(encodeOrigins({ articles, origins }), library)
    expect(known.find('b.md', 'f1')).toEqual({ article: articles[1], content: 'c1' })
  })

  it('knows no article whose file changed, moved or was never read', () => {
    const known = new KnownArticles(encodeOrigins({ articles, origins }), library)
    expect(known.find('b.md', 'f2')).toBeUndefined()
    expect(known.find('c.md', 'f1')).toBeUndefined()
    expect(known.find('a.md', '')).toBeUndefined()
  })

  it('refuses origins of another library', () => {
    expect(() => new KnownArticles(encodeOrigins({ articles: [], origins }), library)).toThrow(IndexError)
  })
})
