import { describe, expect, it } from 'vitest'
import { pageWords } from '../../../src/http/pages/words/page-words-for.ts'
import { count, fill } from '../../../src/views/words/answer-words.ts'
import { answerWords } from '../../../src/views/words/words-for.ts'

const LANGUAGES = ['zh-Hant', 'zh-Hans', 'en'] as const

/** Every text, by its path, with the placeholders that it holds. */
function placeholders(words: object, path = ''): Record<string, string[]> {
  return Object.assign(
    {},
    ...Object.entries(words).map(([name, value]) =>
      typeof value === 'string'
        ? { [`${path}${name}`]: [...value.matchAll(/\{\w+\}/g)].map(String).sort() }
        : placeholders(value, `${path}${name}.`),
    ),
  )
}

/** English counts "1 source" in words of its own; the others may. */
function withoutSingular(all: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(all).filter(([path]) => !path.endsWith('.one')))
}

describe.each([
  ['answers', answerWords],
  ['pages', pageWords],
])('the words of %s', (_name, wordsOf) => {
  it.each(LANGUAGES)('leave nothing out in %s', (language) => {
    const found = withoutSingular(placeholders(wordsOf(language)))
    expect(found).toEqual(withoutSingular(placeholders(wordsOf('en'))))
  })

  it.each(LANGUAGES)('are none of them empty in %s', (language) => {
    expect(JSON.stringify(wordsOf(language))).not.toContain('""')
  })
})

describe('a text with places to fill', () => {
  it('takes values, and keeps a place that has none', () => {
    expect(fill('{n} of {total}', { n: 3 })).toBe('3 of {total}')
    expect(fill('「{text}」', { text: '$& {n}' })).toBe('「$& {n}」')
  })

  it('counts one thing otherwise than several', () => {
    const { sources } = answerWords('en')
    expect([0, 1, 2].map((n) => count(sources, n))).toEqual(['0 sources', '1 source', '2 sources'])
  })
})
