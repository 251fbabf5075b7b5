import { stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { ExactSearch } from '../../src/index/exact-search.ts'
import type { OpenIndex } from '../../src/index/open.ts'
import { ensureIndex } from '../../src/storage/ensure-index.ts'
import { IndexFolder } from '../../src/storage/index-folder.ts'
import { IndexFixture } from '../support/index-fixture.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

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
  ensureIndex({ ...fixture.options(), graphFrom: 50, ...options })

async function graphFile(): Promise<string> {
  const folder = new IndexFolder(fixture.indexDirectory)
  return join(folder.generationPath((await folder.pointer())?.folder ?? ''), 'graph.hnsw')
}

/** The graph finds what comparing with every vector finds. */
function expectNothingMissed({ search, vectors }: OpenIndex): void {
  const exact = new ExactSearch(vectors)
  for (let row = 0; row < vectors.count; row++) {
    expect(search.search(vectors.at(row), 5)).toEqual(exact.search(vectors.at(row), 5))
  }
}

describe('the graph of an index', () => {
  it('is built from a number of passages on, and misses nothing in a small index', async () => {
    const { index } = await ensure()
    expect((await stat(await graphFile())).size).toBeGreaterThan(0)
    expect(index.search).not.toBeInstanceOf(ExactSearch)
    expectNothingMissed(index)
    await fixture.write('a.md', ...numbered(0, 40))
    expect((await ensure()).index.search).toBeInstanceOf(ExactSearch)
  })

  it('stands when a few paragraphs are edited, added and removed', async () => {
    await ensure()
    const before = await stat(await graphFile())
    await fixture.write('a.md', 'A new one.', ...numbered(2, 30), 'Another.', ...numbered(31, 62))
    const { index } = await ensure()
    expectNothingMissed(index)
    const after = await stat(await graphFile())
    expect([after.ino, after.size]).toEqual([before.ino, before.size])
  })

  it('is built anew where much of it is outdated', async () => {
    await ensure()
    const before = await stat(await graphFile())
    await fixture.write('a.md', ...numbered(30, 90))
    const { index } = await ensure()
    expectNothingMissed(index)
    expect((await stat(await graphFile())).ino).not.toBe(before.ino)
  })

  it('is repaired when it is damaged', async () => {
    await ensure()
    await truncate(await graphFile(), 100)
    const { index, report } = await ensure()
    expect(report.reason?.message).toContain('graph.hnsw')
    expectNothingMissed(index)
  })
})
