import { describe, expect, it } from 'vitest'
import { IndexError } from '../../../src/errors.ts'
import {
  createHeader,
  incompatibility,
  parseHeader,
  parseManifest,
} from '../../../src/index/format/manifest.ts'
import { CountingEmbeddings, recipeWith } from '../../support/corpora/index-recipe.ts'

const counts = { articles: 1, paragraphs: 2, passages: 3 }
const header = createHeader(recipeWith(), 'hash', counts)
const manifest = {
  ...header,
  builtAt: '2026-01-01T00:00:00.000Z',
  files: { 'portable.bin': { bytes: 1, sha256: 'a'.repeat(64) } },
}

/** The fault that parsing this text ends with. */
function faultOf(parse: () => unknown): string {
  try {
    parse()
  } catch (error) {
    if (error instanceof IndexError) return error.fault
    throw error
  }
  return 'none'
}

describe('manifest', () => {
  it('reads what was written', () => {
    expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest)
    expect(parseHeader(JSON.stringify(header))).toEqual(header)
  })

  it('refuses what is no manifest, or of another schema', () => {
    expect(faultOf(() => parseManifest('{'))).toBe('damaged')
    expect(faultOf(() => parseManifest('null'))).toBe('damaged')
    expect(faultOf(() => parseManifest(JSON.stringify(header)))).toBe('damaged')
    expect(faultOf(() => parseManifest(JSON.stringify({ ...manifest, schema: 999 })))).toBe('incompatible')
  })

  it('says by whom an index was made when it was another', () => {
    expect(incompatibility(header, recipeWith())).toBeUndefined()
    expect(incompatibility(header, recipeWith(new CountingEmbeddings('other')))?.message).toContain('"other"')
    expect(incompatibility(header, recipeWith(new CountingEmbeddings(), '2'))?.fault).toBe('incompatible')
  })
})
