import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleIdOf, titleOf } from '../../src/corpus/article-id.ts'

test.each([
  ['docker.md', 'docker'],
  ['notes/2016/Docker & me.md', 'notes.2016.docker-me'],
  ['雲端/容器 與 Docker.html', '雲端.容器-與-docker'],
  ['v1.2.md', 'v1-2'],
  ['ＡＢＣ.txt', 'abc'],
  ['résumé.md', 'résumé'],
])('%s has the id %s', (path, id) => {
  expect(articleIdOf(path)).toBe(id)
})

test('a name without letters has an id too', () => {
  expect(articleIdOf('???.md')).toMatch(/^article-[0-9a-f]{8}$/)
  expect(articleIdOf('???.md')).not.toBe(articleIdOf('!!!.md'))
})

test('an id is one segment of an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const id = articleIdOf(`${name}.md`)
      expect(id).not.toMatch(/[#/?\s]|^\.*$/u)
      expect(new URL(`http://h/articles/${encodeURIComponent(id)}`).pathname.split('/')).toHaveLength(3)
    }),
  )
})

test('a title is the name of the file', () => {
  expect(titleOf('a/my_first-note.md')).toBe('my first note')
  expect(titleOf('---.md')).toBe('---')
})
