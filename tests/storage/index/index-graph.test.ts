import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decodeContainer } from '../../../src/index/format/container.ts'
import type { OpenIndex } from '../../../src/index/open.ts'
import { ExactSearch } from '../../../src/index/vectors/exact-search.ts'
import { GraphSearch } from '../../../src/index/vectors/graph/graph-search.ts'
import { Vectors } from '../../../src/index/vectors/vectors.ts'
import { checkIndex } from '../../../src/indexing/check-index.ts'
import { ensureIndex } from '../../../src/indexing/ensure-index.ts'
import { rebuildIndex } from '../../../src/indexing/rebuild-index.ts'
import type { RebuildOptions } from '../../../src/indexing/rebuild-options.ts'
import { decodeGraphLabels, GRAPH_FILE, GRAPH_LABELS_FILE } from '../../../src/storage/index/graph-file.ts'
import { IndexFolder } from '../../../src/storage/index/index-folder.ts'
import { IndexFixture } from '../../support/corpora/index-fixture.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const addon = vi.hoisted(() => ({ loads: true }))

vi.mock('hnswlib-node', async (importOriginal) => {
  const original = await importOriginal<{ default: object }>()
  return {
    get default() {
      if (!addon.loads) throw new Error('Could not locate the bindings file')
      return original.default
    },
  }
})

const temporaryDirectory = useTemporaryDirectories()
let fixture: IndexFixture

beforeEach(async () => {
  fixture = new IndexFixture(await temporaryDirectory())
  await fixture.write('a.md', ...numbered(0, 60))
})

afterEach(() => {
  addon.loads = true
})

const numbered = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, at) => `${'abcdefgh'.repeat(20).slice(0, 40 + from + at)} ${from + at}.`,
  )

const options = (more: Partial<RebuildOptions> = {}): RebuildOptions => ({
  ...fixture.options(),
  vectorIndex: { graphFrom: 50 },
  ...more,
})

const ensure = (more?: Partial<RebuildOptions>) => ensureIndex(options(more))

async function fileOf(name: string): Promise<string> {
  const folder = new IndexFolder(fixture.indexDirectory)
  return join(folder.generationPath((await folder.pointer())?.folder ?? ''), name)
}

async function labels(): Promise<{ ofRows: number[]; given: number }> {
  const sections = decodeContainer(new Uint8Array(await readFile(await fileOf(GRAPH_LABELS_FILE))))
  return { ofRows: [...(sections.labels as Uint32Array)], given: (sections.given as Uint32Array)[0] ?? 0 }
}

function expectFound({ search, vectors }: OpenIndex): void {
  const exact = new ExactSearch(vectors)
  for (let row = 0; row < vectors.count; row++)
    expect(search.search(vectors.at(row), 3)).toEqual(exact.search(vectors.at(row), 3))
}

describe('the graph of an index', () => {
  it('is made from a number of passages on, and says how far it has come', async () => {
    const steps: unknown[] = []
    const { index } = await ensure({ onProgress: (progress) => steps.push(progress) })
    expect(index.search).toBeInstanceOf(GraphSearch)
    expectFound(index)
    expect(steps).toContainEqual({ step: 'graph', done: 60, total: 60 })
    await fixture.write('a.md', ...numbered(0, 40))
    expect((await ensure()).index.search).toBeInstanceOf(ExactSearch)
    expect(fixture.notices.filter((notice) => notice.includes('graph'))).toEqual([])
  })

  it('learns what an edit adds and forgets what it removes', async () => {
    await ensure()
    await fixture.write('a.md', 'A new one.', ...numbered(2, 30), 'Another.', ...numbered(30, 60))
    const { index } = await ensure()
    expect(index.search).toBeInstanceOf(GraphSearch)
    expectFound(index)
    const { ofRows, given } = await labels()
    expect(given).toBe(62)
    expect(ofRows.filter((label) => label >= 60)).toEqual([60, 61])
    expect(ofRows).not.toContain(0)
  })

  it('is made anew when much of it is gone, and with --full', async () => {
    await ensure()
    await fixture.write('a.md', ...numbered(21, 81))
    expectFound((await ensure()).index)
    expect((await labels()).given).toBe(60)
    await fixture.write('a.md', ...numbered(21, 80), 'new')
    await ensure()
    expect((await labels()).given).toBe(61)
    await ensure({ full: true })
    expect((await labels()).given).toBe(60)
  })

  it.each([
    ['is cut off', (path: string) => truncate(path, 100)],
    ['is gone', (path: string) => rm(path)],
    [
      'has another bit',
      async (path: string) => {
        const content = await readFile(path)
        content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1
        await writeFile(path, content)
      },
    ],
  ])('is done without where a file of it %s, and repaired on request', async (_, damage) => {
    await ensure()
    for (const name of [GRAPH_FILE, GRAPH_LABELS_FILE]) {
      await damage(await fileOf(name))
      fixture.notices.length = 0
      const { index, report } = await ensure()
      expect(report.outcome).toBe('unchanged')
      expect(index.search).toBeInstanceOf(ExactSearch)
      expect(fixture.notices).toEqual([expect.stringContaining(name)])
      expect(fixture.notices[0]).toMatch(/without their graph.*damaged.*npm run index/)
      expect((await checkIndex(options()))?.message).toContain(name)

      expect((await rebuildIndex(options({ repair: true }))).outcome).toBe('built')
      expect(await checkIndex(options())).toBeUndefined()
    }
    const { outcome, stored } = await rebuildIndex(options({ repair: true }))
    expect(outcome).toBe('unchanged')
    expect(stored?.index.search).toBeInstanceOf(GraphSearch)
  })

  it('is made anew by an edit where the one before is damaged', async () => {
    await ensure()
    await truncate(await fileOf(GRAPH_FILE), 100)
    await fixture.write('a.md', ...numbered(0, 59), 'new')
    expectFound((await ensure()).index)
    expect((await labels()).given).toBe(60)
  })

  it('is done without where hnswlib-node does not load, and says so once', async () => {
    addon.loads = false
    const { index, report } = await ensure()
    expect(report.outcome).toBe('built')
    expect(index.search).toBeInstanceOf(ExactSearch)
    expectFound(index)
    expect(fixture.notices.filter((notice) => notice.includes('hnswlib-node'))).toHaveLength(1)
    expect(await readdir(join(await fileOf('.')))).not.toContain(GRAPH_FILE)
  })

  it('is done without, and kept, where hnswlib-node does not load any more', async () => {
    await ensure()
    addon.loads = false
    fixture.notices.length = 0
    const { index } = await ensure()
    expect(index.search).toBeInstanceOf(ExactSearch)
    expect(fixture.notices).toEqual([expect.stringMatching(/hnswlib-node.*bindings file$/)])
    expect((await rebuildIndex(options({ repair: true }))).outcome).toBe('unchanged')
    addon.loads = true
    expect((await ensure()).index.search).toBeInstanceOf(GraphSearch)
  })

  it('is bound to the vectors that it was made of', async () => {
    const { index } = await ensure()
    const bytes = new Uint8Array(await readFile(await fileOf(GRAPH_LABELS_FILE)))
    expect(decodeGraphLabels(bytes, index.vectors).given).toBe(60)
    const others = new Vectors(index.vectors.dimensions)
    for (let row = 0; row < 60; row++) others.append(index.vectors.at(59 - row))
    expect(() => decodeGraphLabels(bytes, others)).toThrow(/other vectors/)
  })
})
