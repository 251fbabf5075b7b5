import { readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OpenIndex } from '../../../src/index/open.ts'
import { ExactSearch } from '../../../src/index/vectors/exact-search.ts'
import { SketchSearch } from '../../../src/index/vectors/sketches/sketch-search.ts'
import { ensureIndex } from '../../../src/indexing/ensure-index.ts'
import { IndexFolder } from '../../../src/storage/index/index-folder.ts'
import { SKETCHES_FILE } from '../../../src/storage/index/sketch-file.ts'
import { IndexFixture } from '../../support/corpora/index-fixture.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()
let fixture: IndexFixture

beforeEach(async () => {
  fixture = new IndexFixture(await temporaryDirectory())
  await fixture.write('a.md', ...numbered(0, 60))
})

const numbered = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, at) => `${'abcdefgh'.repeat(20).slice(0, 40 + from + at)} ${from + at}.`,
  )

const ensure = (options: { full?: boolean } = {}) =>
  ensureIndex({ ...fixture.options(), vectorIndex: { sketchesFrom: 50 }, ...options })

async function sketchFile(): Promise<string> {
  const folder = new IndexFolder(fixture.indexDirectory)
  return join(folder.generationPath((await folder.pointer())?.folder ?? ''), SKETCHES_FILE)
}

/** So few are all compared, whatever their sketches say. */
function expectNothingMissed({ search, vectors }: OpenIndex): void {
  expect(search).toBeInstanceOf(SketchSearch)
  const exact = new ExactSearch(vectors)
  for (let row = 0; row < vectors.count; row++)
    expect(search.search(vectors.at(row), 5)).toEqual(exact.search(vectors.at(row), 5))
}

describe('the sketches of an index', () => {
  it('are made from a number of passages on', async () => {
    expectNothingMissed((await ensure()).index)
    await fixture.write('a.md', ...numbered(0, 40))
    expect((await ensure()).index.search).toBeInstanceOf(ExactSearch)
  })

  it('are the same after an edit as after a build from nothing', async () => {
    await ensure()
    await fixture.write('a.md', 'A new one.', ...numbered(2, 30), 'Another.', ...numbered(31, 62))
    const { index } = await ensure()
    expectNothingMissed(index)
    const edited = await readFile(await sketchFile())
    const { report } = await ensure({ full: true })
    expect(report.outcome).toBe('built')
    expect(await readFile(await sketchFile())).toEqual(edited)
  })

  it('are repaired when they are damaged', async () => {
    await ensure()
    await truncate(await sketchFile(), 100)
    const { index, report } = await ensure()
    expect(report.reason?.message).toContain(SKETCHES_FILE)
    expectNothingMissed(index)
  })
})
