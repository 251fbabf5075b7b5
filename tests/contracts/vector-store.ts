import { Document } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidRequestError } from '../../src/errors.ts'
import type { RowVectorStore } from '../../src/langchain/vectorstores/row-vector-store.ts'

const DIMENSIONS = 4
/** What quantised vectors may differ by in a cosine. */
const TOLERANCE = 0.01

/** Counts four words: near enough to a meaning to tell documents apart. */
class WordCountEmbeddings extends Embeddings {
  constructor() {
    super({})
  }

  override async embedQuery(text: string): Promise<number[]> {
    return ['docker', 'lambda', 'xen', 'borg'].map((word) => text.toLowerCase().split(word).length - 1)
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)))
  }
}

/** What every vector store of ours does, whichever search lies below. */
export function describeVectorStore(
  name: string,
  create: (embeddings: Embeddings, dimensions: number) => RowVectorStore | Promise<RowVectorStore>,
): void {
  const createStore = async () => create(new WordCountEmbeddings(), DIMENSIONS)
  const document = (pageContent: string, id?: string) => new Document({ pageContent, ...(id && { id }) })

  describe(`${name}, a vector store`, () => {
    it('finds nothing when it is empty', async () => {
      const store = await createStore()
      expect(store.count).toBe(0)
      expect(await store.similaritySearchVectorWithScore([1, 0, 0, 0], 3)).toEqual([])
    })

    it('finds the most similar documents first, with their cosine similarity', async () => {
      const store = await createStore()
      await store.addDocuments([document('xen'), document('docker docker lambda'), document('docker')])
      const found = await store.similaritySearchWithScore('docker', 2)
      expect(found.map(([{ pageContent }]) => pageContent)).toEqual(['docker', 'docker docker lambda'])
      expect(found[0]?.[1]).toBeCloseTo(1, 2)
      expect(found[1]?.[1]).toBeCloseTo(2 / Math.sqrt(5), 2)
    })

    it('gives similarities from −1 to 1', async () => {
      const store = await createStore()
      const vectors = [
        [-1, 0, 0, 0],
        [0, 3, 0, 0],
        [0.1, 0, 0, 0],
      ]
      await store.addVectors(vectors, [document('against'), document('beside'), document('with')])
      const found = await store.similaritySearchVectorWithScore([7, 0, 0, 0], 3)
      expect(found.map(([{ pageContent }]) => pageContent)).toEqual(['with', 'beside', 'against'])
      for (const [at, similarity] of [1, 0, -1].entries()) expect(found[at]?.[1]).toBeCloseTo(similarity, 2)
    })

    it('gives fewer than asked for when it holds fewer', async () => {
      const store = await createStore()
      await store.addDocuments([document('docker'), document('xen')])
      expect(await store.similaritySearch('docker', 50)).toHaveLength(2)
      expect(await store.similaritySearch('docker', 0)).toHaveLength(0)
    })

    it('keeps metadata and ids', async () => {
      const store = await createStore()
      const [first, second, third] = await store.addDocuments([
        new Document({ pageContent: 'docker', metadata: { paragraph: 7 }, id: 'own' }),
        document('xen'),
        document('borg'),
      ])
      expect(first).toBe('own')
      expect(new Set([first, second, third]).size).toBe(3)
      const [found] = await store.similaritySearch('docker', 1)
      expect(found).toMatchObject({ id: 'own', pageContent: 'docker', metadata: { paragraph: 7 } })
    })

    it('takes ids beside the documents', async () => {
      const store = await createStore()
      expect(await store.addDocuments([document('docker', 'own')], { ids: ['given'] })).toEqual(['given'])
      expect((await store.similaritySearch('docker', 1))[0]?.id).toBe('given')
    })

    it('replaces a document when one of its id is added', async () => {
      const store = await createStore()
      await store.addDocuments([document('docker', 'a'), document('borg', 'b')])
      await store.addDocuments([document('lambda', 'a')])
      expect(store.count).toBe(2)
      expect(
        (await store.similaritySearch('docker lambda', 5)).map(({ pageContent }) => pageContent),
      ).toEqual(['lambda', 'borg'])
    })

    it('does not find what was deleted, and passes over unknown ids', async () => {
      const store = await createStore()
      await store.addDocuments([
        document('docker', 'a'),
        document('docker docker', 'b'),
        document('xen', 'c'),
      ])
      await store.delete({ ids: ['a', 'unknown', 'a'] })
      expect(store.count).toBe(2)
      expect((await store.similaritySearch('docker', 5)).map(({ id }) => id)).toEqual(['b', 'c'])
    })

    it('finds the documents that a filter lets through, and no others', async () => {
      const store = await createStore()
      const documents = Array.from({ length: 300 }, (_, number) => {
        const pageContent = number % 100 === 99 ? 'xen' : 'docker'
        return new Document({ pageContent, metadata: { number } })
      })
      await store.addDocuments(documents)
      const found = await store.similaritySearch('docker', 5, ({ metadata }) => metadata.number % 100 === 99)
      expect(found.map(({ metadata }) => metadata.number).sort()).toEqual([199, 299, 99])
    })

    it('is a retriever', async () => {
      const store = await createStore()
      await store.addDocuments([document('xen'), document('docker'), document('borg')])
      const found = await store.asRetriever(1).invoke('Who made Docker?')
      expect(found.map(({ pageContent }) => pageContent)).toEqual(['docker'])
    })

    it('refuses vectors of other dimensions and keeps what it had', async () => {
      const store = await createStore()
      await store.addDocuments([document('docker')])
      const wrong = store.addVectors([[1, 0, 0, 0], [1]], [document('xen'), document('borg')])
      await expect(wrong).rejects.toThrow(InvalidRequestError)
      await expect(store.similaritySearchVectorWithScore([1], 1)).rejects.toThrow(InvalidRequestError)
      await expect(store.addVectors([[1, 0, 0, 0]], [])).rejects.toThrow(InvalidRequestError)
      expect(store.count).toBe(1)
    })

    it('holds a zero vector, which is like nothing', async () => {
      const store = await createStore()
      await store.addVectors(
        [
          [0, 0, 0, 0],
          [0, 1, 0, 0],
        ],
        [document('silent'), document('lambda')],
      )
      const found = await store.similaritySearchVectorWithScore([0, 1, 0, 0], 2)
      expect(found.map(([{ pageContent }]) => pageContent)).toEqual(['lambda', 'silent'])
      expect(found[1]?.[1]).toBeCloseTo(0, 5)
    })

    it('agrees with the definition of cosine similarity', async () => {
      const component = fc.float({ min: -1, max: 1, noNaN: true })
      const vector = fc
        .array(component, { minLength: DIMENSIONS, maxLength: DIMENSIONS })
        .filter(isLongEnough)
      await fc.assert(
        fc.asyncProperty(
          fc.array(vector, { minLength: 1, maxLength: 40 }),
          vector,
          async (vectors, query) => {
            const store = await createStore()
            await store.addVectors(
              vectors,
              vectors.map((_, row) => new Document({ pageContent: '', metadata: { row } })),
            )
            const found = await store.similaritySearchVectorWithScore(query, vectors.length)
            expect(found).toHaveLength(vectors.length)
            for (const [{ metadata }, similarity] of found) {
              expect(Math.abs(similarity - cosine(query, vectors[metadata.row] ?? []))).toBeLessThan(
                TOLERANCE,
              )
            }
            const similarities = found.map(([, similarity]) => similarity)
            expect(similarities).toEqual([...similarities].sort((left, right) => right - left))
          },
        ),
        { numRuns: 50 },
      )
    })
  })
}

function isLongEnough(vector: readonly number[]): boolean {
  return Math.hypot(...vector) > 1e-6
}

function cosine(left: readonly number[], right: readonly number[]): number {
  const dot = left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0)
  return dot / Math.hypot(...left) / Math.hypot(...right)
}
