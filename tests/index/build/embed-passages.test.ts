import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '../../../src/domain/passage.ts'
import type { RequestLimits } from '../../../src/embeddings/fingerprinted-embeddings.ts'
import { embedPassages, planEmbedding } from '../../../src/index/build/embed-passages.ts'
import { batchesOf } from '../../../src/index/build/embedding-batches.ts'
import { estimateTokens } from '../../../src/index/build/embedding-estimate.ts'
import type { JournalEntry, VectorJournal } from '../../../src/index/build/vector-journal.ts'
import { CountingEmbeddings } from '../../support/corpora/index-recipe.ts'

function passagesOf(count: number): Passage[] {
  return Array.from({ length: count }, (_, paragraphRow) => ({
    paragraphRow,
    kind: 'text',
    text: `paragraph ${paragraphRow}`,
    start: 0,
    end: 1,
  }))
}

/** Embeddings whose calls end when a test lets them. */
class HeldEmbeddings extends CountingEmbeddings {
  readonly requests: RequestLimits
  readonly batches: string[][] = []
  private readonly release: (() => void)[] = []
  private began: () => void = () => {}

  constructor(requests: RequestLimits) {
    super()
    this.requests = requests
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    this.batches.push(texts)
    this.began()
    await new Promise<void>((resolve) => this.release.push(resolve))
    return super.embedDocuments(texts)
  }

  /** Resolves when so many calls have begun. */
  async begun(count: number): Promise<void> {
    while (this.batches.length < count) {
      await new Promise<void>((resolve) => {
        this.began = resolve
      })
    }
  }

  letGo(): void {
    this.release.shift()?.()
  }
}

function journalInMemory(): VectorJournal & { readonly entries: JournalEntry[] } {
  const entries: JournalEntry[] = []
  return {
    entries,
    find: (wanted) => entries.find(({ text }) => text === wanted)?.vector,
    append: async (more) => void entries.push(...more),
  }
}

describe('batchesOf', () => {
  it('keeps every text, in order, within the limits', () => {
    const limits = fc.record({
      texts: fc.integer({ min: 1, max: 5 }),
      characters: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 })), limits, (texts, { texts: most, characters }) => {
        const batches = batchesOf(texts, { texts: most, characters })
        expect(batches.flat()).toEqual(texts)
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0)
          expect(batch.length).toBeLessThanOrEqual(most)
          if (batch.length > 1) expect(batch.join('').length).toBeLessThanOrEqual(characters)
        }
      }),
    )
  })
})

describe('embedPassages', () => {
  const limits = { texts: 2, characters: 1000, concurrency: 3 }

  it('has no more requests under way than it may', async () => {
    const embeddings = new HeldEmbeddings(limits)
    const passages = passagesOf(11)
    const embedding = embedPassages(planEmbedding(passages, embeddings), embeddings)
    for (let begun = 3; begun <= 6; begun++) {
      await embeddings.begun(begun)
      expect(embeddings.batches).toHaveLength(begun)
      embeddings.letGo()
    }
    embeddings.letGo()
    embeddings.letGo()
    const vectors = await embedding
    expect(vectors.count).toBe(11)
    const local = new CountingEmbeddings()
    expect(vectors.codes).toEqual((await embedPassages(planEmbedding(passages, local), local)).codes)
  })

  it('keeps in the journal what was under way when one request failed, and begins no other', async () => {
    class Failing extends HeldEmbeddings {
      override async embedDocuments(texts: string[]): Promise<number[][]> {
        const vectors = await super.embedDocuments(texts)
        if (texts.includes('paragraph 2')) throw new Error('no')
        return vectors
      }
    }
    const embeddings = new Failing(limits)
    const journal = journalInMemory()
    const plan = planEmbedding(passagesOf(20), embeddings, { journal })
    const embedding = embedPassages(plan, embeddings, { journal })
    await embeddings.begun(3)
    for (let i = 0; i < 3; i++) embeddings.letGo()
    // The first may have been done, and its place taken, before the second failed.
    await Promise.race([embeddings.begun(4), embedding.catch(() => undefined)])
    embeddings.letGo()
    await expect(embedding).rejects.toThrow('no')
    const kept = journal.entries.map(({ text }) => text)
    expect(kept).toEqual(expect.arrayContaining(['paragraph 0', 'paragraph 1', 'paragraph 4', 'paragraph 5']))
    expect(embeddings.batches.length).toBeLessThanOrEqual(4)
  })

  it('goes on from the journal, to the same vectors', async () => {
    const whole = new CountingEmbeddings()
    const passages = passagesOf(9)
    const expected = await embedPassages(planEmbedding(passages, whole), whole)
    class Remote extends CountingEmbeddings {
      readonly requests = limits
    }
    const journal = journalInMemory()
    const first = new Remote()
    await embedPassages(planEmbedding(passages.slice(0, 5), first, { journal }), first, { journal })
    const second = new Remote()
    const plan = planEmbedding(passages, second, { journal })
    expect(plan.estimate).toMatchObject({ texts: 4, requests: 2, kept: 5 })
    const progress: number[] = []
    const onProgress = ({ done }: { done: number }) => void progress.push(done)
    const vectors = await embedPassages(plan, second, { journal, onProgress })
    expect(second.texts).toEqual(passages.slice(5).map(({ text }) => text))
    expect(vectors.codes).toEqual(expected.codes)
    expect(vectors.scales).toEqual(expected.scales)
    expect([progress[0], progress.at(-1)]).toEqual([5, 9])
  })

  it('ends as soon as it is told to, whatever the embeddings do', async () => {
    const embeddings = new HeldEmbeddings(limits)
    const controller = new AbortController()
    const plan = planEmbedding(passagesOf(20), embeddings)
    const embedding = embedPassages(plan, embeddings, { signal: controller.signal })
    await embeddings.begun(3)
    controller.abort(new Error('enough'))
    await expect(embedding).rejects.toThrow('enough')
    expect(embeddings.batches).toHaveLength(3)
  })

  it('takes no vectors of another size than those there are', async () => {
    class Shrunk extends CountingEmbeddings {
      override async embedDocuments(texts: string[]): Promise<number[][]> {
        const vectors = await super.embedDocuments(texts)
        return vectors.map((vector, i) => (texts[i] === 'paragraph 7' ? vector.slice(1) : vector))
      }
    }
    const embeddings = new Shrunk()
    await expect(embedPassages(planEmbedding(passagesOf(9), embeddings), embeddings)).rejects.toThrow(
      'vectors of 7 numbers, those in the index have 8',
    )
  })
})

describe('estimateTokens', () => {
  it('counts Han characters for more than letters', () => {
    expect(estimateTokens('')).toBe(0)
    expect(estimateTokens('亞馬遜')).toBeCloseTo(3.6)
    expect(estimateTokens('Amazon')).toBeCloseTo(1.8)
  })
})
