import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IndexError } from '../../../src/errors.ts'
import { HnswSearch, HnswVectorStore } from '../../../src/index/vectorstores/hnsw.ts'
import { describeVectorStore } from '../../contracts/vector-store.ts'

describeVectorStore('HnswVectorStore', (embeddings, dimensions) =>
  HnswVectorStore.create(embeddings, dimensions),
)

describe('HnswSearch', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'footnote-hnsw-'))
  })
  afterAll(() => rm(directory, { recursive: true }))

  it('finds the same after it was written and read', async () => {
    const search = await HnswSearch.empty(2, 1)
    for (let degree = 0; degree < 90; degree++) {
      search.append([Math.cos((degree * Math.PI) / 180), Math.sin((degree * Math.PI) / 180)])
    }
    const file = join(directory, 'graph')
    await search.write(file)
    const read = await HnswSearch.read(file, 2)
    expect(read.count).toBe(90)
    expect(read.search([1, 0], 5)).toEqual(search.search([1, 0], 5))
    expect([...read.search([1, 0], 3).rows]).toEqual([0, 1, 2])
  })

  it('refuses a file that is no graph', async () => {
    const file = join(directory, 'no-graph')
    await writeFile(file, 'text')
    await expect(HnswSearch.read(file, 2)).rejects.toThrow(IndexError)
    await expect(HnswSearch.read(join(directory, 'missing'), 2)).rejects.toThrow(IndexError)
  })
})
