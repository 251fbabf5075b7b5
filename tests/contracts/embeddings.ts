import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FingerprintedEmbeddings } from '../../src/embeddings/fingerprinted-embeddings.ts'

const TEXTS = [
  'Docker 收購了 Unikernels。',
  'When did the tea shop open?',
  '铁路什么时候开通?',
  '1964年',
  'a',
  '🚀',
  'long '.repeat(2000),
]

/** What every maker of vectors promises that an index is built and searched with. */
export function describeEmbeddings(
  name: string,
  create: () => FingerprintedEmbeddings | Promise<FingerprintedEmbeddings>,
): void {
  describe(`${name} as embeddings`, () => {
    let embeddings: FingerprintedEmbeddings
    let dimensions: number

    beforeAll(async () => {
      embeddings = await create()
      dimensions = (await embeddings.embedQuery('Docker')).length
    })

    it('gives each text a vector of the same dimensions, in order', async () => {
      expect(dimensions).toBeGreaterThan(0)
      const vectors = await embeddings.embedDocuments(TEXTS)
      expect(vectors).toHaveLength(TEXTS.length)
      for (const vector of vectors) {
        expect(vector).toHaveLength(dimensions)
        expect(vector.every(Number.isFinite)).toBe(true)
      }
      const [first = ''] = TEXTS
      expect((await embeddings.embedDocuments([...TEXTS].reverse())).at(-1)).toEqual(
        (await embeddings.embedDocuments([first]))[0],
      )
    })

    it('gives vectors of length 1, or none at all', async () => {
      for (const vector of await embeddings.embedDocuments(TEXTS)) {
        const length = Math.hypot(...vector)
        if (length > 0) expect(Math.abs(length - 1)).toBeLessThan(1e-5)
      }
    })

    it('gives numbers for any text', async () => {
      const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
      await fc.assert(
        fc.asyncProperty(text, async (any) => {
          const vector = await embeddings.embedQuery(any)
          expect(vector).toHaveLength(dimensions)
          expect(vector.every(Number.isFinite)).toBe(true)
        }),
        { numRuns: 50 },
      )
    })

    it.each(['', ' ', '\n\u3000'])('gives numbers for a text without words', async (text) => {
      const vector = await embeddings.embedQuery(text)
      expect(vector).toHaveLength(dimensions)
      expect(vector.every(Number.isFinite)).toBe(true)
    })

    it('gives questions and documents of the same words the same vector', async () => {
      for (const text of TEXTS)
        expect([await embeddings.embedQuery(text)]).toEqual(await embeddings.embedDocuments([text]))
    })

    it('gives the same vectors again, and from another instance', async () => {
      const vectors = await embeddings.embedDocuments(TEXTS)
      expect(await embeddings.embedDocuments(TEXTS)).toEqual(vectors)
      const other = await create()
      expect(await other.embedDocuments(TEXTS)).toEqual(vectors)
      expect(other.fingerprint).toBe(embeddings.fingerprint)
    })

    it('embeds nothing', async () => {
      expect(await embeddings.embedDocuments([])).toEqual([])
    })

    it('takes calls of the size that it names', () => {
      for (const limit of Object.values(embeddings.requests ?? {})) expect(limit).toBeGreaterThanOrEqual(1)
    })

    it('says which vectors it makes', () => {
      expect(embeddings.fingerprint.trim()).not.toBe('')
    })
  })
}
