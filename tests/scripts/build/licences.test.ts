import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { licencesOf } from '../../../scripts/build/licences.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

describe('licencesOf', () => {
  it('has the name, the version and the text of the licence of each package, once', () => {
    const licences = licencesOf(ROOT, [
      'src/domain/answer.ts',
      'node_modules/zod/v4/core/api.js',
      'node_modules/zod/index.js',
      'node_modules/@noble/hashes/sha2.js',
    ])
    expect(licences.match(/^(?:zod|@noble\/hashes) \d+\.\d+\.\d+, MIT$/gm)).toHaveLength(2)
    expect(licences.match(/Permission is hereby granted/g)).toHaveLength(2)
    expect(licences).toContain('Paul Miller')
  })
})
