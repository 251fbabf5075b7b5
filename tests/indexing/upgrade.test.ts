import { createHash } from 'node:crypto'
import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../../src/index/format/manifest.ts'
import { ensureIndex } from '../../src/indexing/ensure-index.ts'
import { IndexFixture } from '../support/corpora/index-fixture.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()
let fixture: IndexFixture
let generation: string

beforeEach(async () => {
  fixture = new IndexFixture(await temporaryDirectory())
  await fixture.write('a.md', 'The first paragraph.')
  await ensureIndex(fixture.options())
  const [folder = ''] = await readdir(join(fixture.indexDirectory, 'generations'))
  generation = join(fixture.indexDirectory, 'generations', folder)
  fixture.notices.length = 0
})

/** Makes the index one that another version of Footnote has built, with sums that fit. */
async function setSchema(schema: number): Promise<void> {
  const path = join(generation, 'manifest.json')
  const manifest = JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), schema })
  await writeFile(path, manifest)
  const pointer = join(fixture.indexDirectory, 'current')
  const served = JSON.parse(await readFile(pointer, 'utf8'))
  const sum = createHash('sha256').update(manifest).digest('hex')
  await writeFile(pointer, `${JSON.stringify({ ...served, manifest: sum })}\n`)
}

describe('an index that was brought from elsewhere', () => {
  it.each([
    ['an older version', () => setSchema(SCHEMA_VERSION - 1), 'built by an older version of Footnote'],
    ['a newer version', () => setSchema(SCHEMA_VERSION + 1), 'built by a newer version of Footnote'],
    [
      'a copy that was interrupted',
      () => truncate(join(generation, 'portable.bin'), 100),
      'has 100 bytes instead',
    ],
    ['a copy without a file', () => rm(join(generation, 'portable.bin')), 'portable.bin is damaged'],
    ['a copy without its manifest', () => rm(join(generation, 'manifest.json')), 'manifest.json is damaged'],
    ['a copy of the pointer alone', () => rm(generation, { recursive: true }), 'manifest.json is damaged'],
    ['a copy without the pointer', () => rm(join(fixture.indexDirectory, 'current')), 'There is no index'],
  ])('is named, and built anew: %s', async (_name, change, reason) => {
    await change()
    const { report, index } = await ensureIndex(fixture.options())
    expect(fixture.notices).toEqual([expect.stringContaining(reason)])
    expect(report.outcome).toBe('built')
    expect(index.library.paragraphAt(0).text).toBe('The first paragraph.')
  })

  it('serves as it is where the copy is whole, with the lock of a dead process in it', async () => {
    const copy = join(fixture.corpusDirectory, '../copy')
    await cp(fixture.indexDirectory, copy, { recursive: true })
    await writeFile(join(copy, 'lock'), '{"pid":1,"host":"elsewhere","since":"2026-01-01T00:00:00Z"}')
    const { report } = await ensureIndex({ ...fixture.options(), indexDirectory: copy })
    expect(report.outcome).toBe('unchanged')
    expect(fixture.notices).toEqual([])
  })

  // The superuser may write anywhere.
  it.skipIf(process.getuid?.() === 0)(
    'says why a folder that is read-only had to be written to',
    async () => {
      const { chmod } = await import('node:fs/promises')
      await fixture.write('a.md', 'Another paragraph.')
      await chmod(fixture.indexDirectory, 0o500)
      try {
        await expect(ensureIndex(fixture.options())).rejects.toThrow(/INDEX_DIR$/)
        expect(fixture.notices).toEqual(['The corpus has changed since the index was built'])
      } finally {
        await chmod(fixture.indexDirectory, 0o700)
      }
    },
  )
})
