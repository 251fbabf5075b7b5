import { describe, expect, it } from 'vitest'
import { versionOf } from '../../src/indexing/dictionary-version.ts'

describe('versionOf', () => {
  it('is another one for another CC-CEDICT and for another thesaurus, be it by one byte', () => {
    const thesaurus = new Uint8Array([1, 2, 3])
    const version = versionOf('ab', thesaurus)
    expect(version).toMatch(/^cc-cedict\/\d+ [0-9a-f]{12}$/)
    expect(versionOf('ab', new Uint8Array([1, 2, 4]))).not.toBe(version)
    expect(versionOf('ac', thesaurus)).not.toBe(version)
  })
})
