import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IndexError } from '../../../src/errors.ts'
import { HnswGraph, HnswVectorStore } from '../../../src/index/vectorstores/hnsw.ts'
import { describeVectorStore } from '../../contracts/vector-store.ts'

describeVectorStore('HnswVectorStore', (embeddings, dimensions) =>
  HnswVectorStore.create(embeddings, dimensions),
)

describe('HnswGraph', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'footnote-hnsw-'))
  })
  afterAll(() => rm(directory, { recursive: true }))

  it('finds the same after it was written and read, and grows from there', async () => {
    const graph = await HnswGraph.empty(2, 1)
    const direction = (degree: number) => [
      Math.cos((degree * Math.PI) / 180),
      Math.sin((degree * Math.PI) / 180),
    ]
    for (let degree = 0; degree < 90; degree++) expect(graph.append(direction(degree))).toBe(degree)
    const file = join(directory, 'graph')
    await graph.write(file)
    const read = await HnswGraph.read(file, 2)
    expect(read.size).toBe(90)
    expect(read.near([1, 0], 3)).toEqual([0, 1, 2])
    expect(read.append(direction(-1))).toBe(90)
    expect(read.near(direction(-1), 1)).toEqual([90])
  })

  it('finds what a filter lets through', async () => {
    const graph = await HnswGraph.empty(2, 100)
    for (let number = 1; number <= 100; number++) graph.append([1, number])
    expect(graph.near([1, 1], 3, (label) => label % 2 === 1)).toEqual([1, 3, 5])
  })

  it('refuses a file that is no graph', async () => {
    const file = join(directory, 'no-graph')
    await writeFile(file, 'text')
    await expect(HnswGraph.read(file, 2)).rejects.toThrow(IndexError)
    await expect(HnswGraph.read(join(directory, 'missing'), 2)).rejects.toThrow(IndexError)
  })
})
