import { describe, expect, it } from 'vitest'
import { IndexError } from '../../../src/errors.ts'
import { encodeLibrary } from '../../../src/index/documents/encode-library.ts'
import { encodeOrigins, KnownArticles } from '../../../src/index/documents/known-articles.ts'
import { StoredLibrary } from '../../../src/index/documents/stored-library.ts'
import { articleOf } from '../../support/corpora/articles.ts'

const articles = [articleOf('a', ['one']), articleOf('b', ['two', 'three'])]
const library = new StoredLibrary(encodeLibrary(articles))
const origins = new Map([['b.md', { file: 'f1', content: 'c1' }]])

describe('KnownArticles', () => {
  it('finds an article by its source and the hash of its file', () => {
    const known = new KnownArticles(encodeOrigins({ articles, origins }), library)
    expect(known.find('b.md', 'f1')).toEqual({ article: articles[1], content: 'c1' })
  })

  it('finds what a source said last, its id, and all sources', () => {
    const known = new KnownArticles(encodeOrigins({ articles, origins }), library)
    expect(known.last('b.md')).toEqual({ article: articles[1], file: 'f1', content: 'c1' })
    expect([known.idOf('a.md'), known.idOf('c.md')]).toEqual(['a', undefined])
    expect([...known.sources()]).toEqual(['a.md', 'b.md'])
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
