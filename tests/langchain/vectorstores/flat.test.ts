import { Document } from '@langchain/core/documents'
import { FakeEmbeddings } from '@langchain/core/utils/testing'
import { describe, expect, it } from 'vitest'
import { Vectors } from '../../../src/index/vectors/vectors.ts'
import { FlatVectorStore } from '../../../src/langchain/vectorstores/flat.ts'
import { describeVectorStore } from '../../contracts/vector-store.ts'

describeVectorStore(
  'FlatVectorStore',
  (embeddings, dimensions) => new FlatVectorStore(embeddings, dimensions),
)

describe('FlatVectorStore over vectors that exist already', () => {
  function storeOf(texts: readonly string[]): FlatVectorStore {
    const vectors = new Vectors(2)
    for (const [row] of texts.entries()) vectors.append([1, row])
    const documents = {
      length: texts.length,
      at: (row: number) => new Document({ pageContent: texts[row] ?? '', id: `stored-${row}` }),
    }
    return new FlatVectorStore(new FakeEmbeddings(), 2, { vectors, documents })
  }

  const textsNear = async (store: FlatVectorStore) =>
    (await store.similaritySearchVectorWithScore([1, 0], 9)).map(([{ pageContent }]) => pageContent)

  it('finds them, unpacked on demand, beside those that are added', async () => {
    const store = storeOf(['near', 'middle', 'far'])
    await store.addVectors([[1, 0.5]], [new Document({ pageContent: 'added' })])
    expect(await textsNear(store)).toEqual(['near', 'added', 'middle', 'far'])
  })

  it('deletes and replaces them by their ids', async () => {
    const store = storeOf(['near', 'middle', 'far'])
    await store.delete({ ids: ['stored-0'] })
    await store.addVectors([[1, 0]], [new Document({ pageContent: 'new middle', id: 'stored-1' })])
    await store.delete({ ids: ['stored-0'] })
    expect(await textsNear(store)).toEqual(['new middle', 'far'])
    expect(store.count).toBe(2)
  })
})
