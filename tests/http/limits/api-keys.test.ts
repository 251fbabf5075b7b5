import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findApiKey, parseApiKeys } from '../../../src/http/limits/api-keys.ts'

const KEY = 'correct-horse-battery'
const sumOf = (key: string) => createHash('sha256').update(key).digest('hex')

describe('parseApiKeys', () => {
  it('reads keys, sums of keys and limits, and keeps no key', () => {
    const keys = parseApiKeys(`website:${KEY}@600, partner:sha256-${sumOf('another-long-key')}`)
    expect(keys).toEqual([
      { name: 'website', sum: sumOf(KEY), limit: 600 },
      { name: 'partner', sum: sumOf('another-long-key') },
    ])
    expect(JSON.stringify(keys)).not.toContain(KEY)
  })

  it.each([
    ['no name', KEY],
    ['too short', 'website:hunter2'],
    ['a space in it', 'website:correct horse battery'],
    ['no whole limit', `website:${KEY}@1.5`],
    ['no limit at all', `website:${KEY}@0`],
    ['a name twice', `a:${KEY},a:${KEY}s`],
    ['half a sum', 'website:sha256-abc'],
  ])('refuses what has %s', (_name, text) => {
    expect(parseApiKeys(text)).toBeUndefined()
  })
})

describe('findApiKey', () => {
  it('finds each key, and nothing else', () => {
    const token = fc.stringMatching(/^[\w.~+/-]{16,40}={0,2}$/)
    fc.assert(
      fc.property(fc.uniqueArray(token, { minLength: 2, maxLength: 6 }), ([stranger = '', ...tokens]) => {
        const keys = parseApiKeys(tokens.map((key, number) => `key-${number}:${key}`).join(',')) ?? []
        for (const [number, key] of tokens.entries())
          expect(findApiKey(keys, key)?.name).toBe(`key-${number}`)
        expect(findApiKey(keys, stranger)).toBeUndefined()
        expect(findApiKey(keys, `${tokens[0]}x`)).toBeUndefined()
        expect(findApiKey(keys, '')).toBeUndefined()
      }),
    )
  })
})
