import { readFile, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { ExactSearch } from '../../src/index/exact-search.ts'
import { GraphSearch, NO_LABEL } from '../../src/index/graph-search.ts'
import type { OpenIndex } from '../../src/index/open.ts'
import { Vectors } from '../../src/index/vectors.ts'
import { HnswGraph } from '../../src/index/vectorstores/hnsw.ts'
import { sumOf } from '../../src/storage/durable-files.ts'
import { ensureIndex } from '../../src/storage/ensure-index.ts'
import { IndexFolder } from '../../src/storage/index-folder.ts'
import {
  decodeLabels,
  GRAPH_FILE,
  LABELS_FILE,
  type StoredGraph,
  writeGraph,
} from '../../src/storage/vector-graph.ts'
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

describe('writeGraph', () => {
  const direction = (degree: number) => [
    Math.cos((degree * Math.PI) / 180),
    Math.sin((degree * Math.PI) / 180),
  ]
  const vectorsOf = (degrees: readonly number[]) => {
    const vectors = new Vectors(2)
    for (const degree of degrees) vectors.append(direction(degree))
    return vectors
  }

  /** The graph as it stands in a folder. */
  async function stored(folder: string): Promise<StoredGraph> {
    const path = join(folder, GRAPH_FILE)
    return { path, sum: await sumOf(path), ...decodeLabels(await readFile(join(folder, LABELS_FILE))) }
  }

  it('adds new vectors to the previous graph when they are many, and misses none', async () => {
    const [before, after] = [await temporaryDirectory(), await temporaryDirectory()]
    const first = Array.from({ length: 60 }, (_, at) => at)
    await writeGraph(before, vectorsOf(first), new Int32Array(60).fill(-1), undefined, { from: 10 })
    // Two rows are gone, ten are new, and the others have moved.
    const second = [...Array.from({ length: 10 }, (_, at) => 100 + at), ...first.slice(2)]
    const reusedRows = Int32Array.from(second, (degree) => (degree < 60 ? degree : -1))
    const previous = await stored(before)
    await writeGraph(after, vectorsOf(second), reusedRows, previous, { from: 10, mostFresh: 5 })

    const graph = await stored(after)
    expect(graph.size).toBe(70)
    expect([...graph.labels].every((label) => label !== NO_LABEL)).toBe(true)
    const exact = new ExactSearch(vectorsOf(second))
    const search = new GraphSearch(await HnswGraph.read(graph.path, 2), graph.labels, exact)
    for (let degree = 0; degree < 120; degree += 7) {
      expect(search.search(direction(degree), 3)).toEqual(exact.search(direction(degree), 3))
    }
  })

  it('gives two rows of the same vector two places', async () => {
    const [before, after] = [await temporaryDirectory(), await temporaryDirectory()]
    await writeGraph(before, vectorsOf([0, 1, 2]), new Int32Array(3).fill(-1), undefined, { from: 1 })
    const previous = await stored(before)
    await writeGraph(after, vectorsOf([1, 1]), Int32Array.of(1, 1), previous, { from: 1 })
    const { labels } = await stored(after)
    expect(labels[0]).not.toBe(labels[1])
  })
})

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
