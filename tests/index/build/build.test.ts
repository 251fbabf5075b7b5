import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EmbeddingsError, IndexError } from '../../../src/errors.ts'
import { type BuildOptions, type BuildProgress, buildIndex } from '../../../src/index/build/build.ts'
import type { IndexRecipe } from '../../../src/index/build/recipe.ts'
import { encodeContainer } from '../../../src/index/format/container.ts'
import { type OpenIndex, openIndex, toSections } from '../../../src/index/open.ts'
import { articleOf } from '../../support/corpora/articles.ts'
import { CountingEmbeddings, corpusOf, recipeWith } from '../../support/corpora/index-recipe.ts'

const TEXTS = ['從 Xen 到 KVM。', 'Docker 誕生於 dotCloud。', 'AWS 發布了 Lambda。', 'Borg 與 Omega。']

async function build(texts: readonly string[], recipe: IndexRecipe, options?: BuildOptions) {
  const built = await buildIndex(corpusOf([articleOf('cloud', texts)]), recipe, options)
  const bytes = encodeContainer(toSections(built.parts))
  return { ...built, bytes, index: openIndex(bytes) }
}

/** What a reader sees of an index. */
function contentOf({ library, passages, vectors, lexicalIndex }: OpenIndex) {
  return {
    articles: Array.from({ length: library.articleCount }, (_, row) => library.articleAt(row)),
    passages: Array.from({ length: passages.count }, (_, row) => passages.at(row)),
    vectors: Array.from({ length: vectors.count }, (_, row) => vectors.at(row)),
    lexicalIndex: { ...lexicalIndex },
  }
}

describe('buildIndex', () => {
  it('makes an index that opens with what the corpus holds', async () => {
    const { index } = await build(TEXTS, recipeWith())
    expect(index.header.counts).toEqual({ articles: 1, paragraphs: 4, passages: 4 })
    expect(index.library.articleAt(0)).toEqual(articleOf('cloud', TEXTS))
    expect(index.passages.at(2).text).toBe('Title of cloud\nAWS 發布了 Lambda。')
    expect(index.lexicalIndex.words).toContain('Borg')
  })

  it('finds a passage by its own vector', async () => {
    const embeddings = new CountingEmbeddings()
    const { index } = await build(TEXTS, recipeWith(embeddings))
    for (let row = 0; row < TEXTS.length; row++) {
      const { rows, scores } = index.search.search(
        await embeddings.embedQuery(index.passages.at(row).text),
        1,
      )
      expect(rows[0]).toBe(row)
      expect(scores[0]).toBeCloseTo(1, 2)
    }
  })

  it('makes the same bytes each time', async () => {
    const [first, second] = [await build(TEXTS, recipeWith()), await build(TEXTS, recipeWith())]
    expect(first.bytes).toEqual(second.bytes)
  })

  it('embeds only the passages whose text is new', async () => {
    const { index: previous } = await build(TEXTS, recipeWith())
    const embeddings = new CountingEmbeddings()
    const edited = ['新的一段。', ...TEXTS.slice(1), 'Docker 誕生於 dotCloud。']
    const { embedded, changes } = await build(edited, recipeWith(embeddings), { previous })
    expect(embeddings.texts).toEqual(['Title of cloud\n新的一段。'])
    expect(embedded).toBe(1)
    expect(changes).toEqual({ changed: 1, added: 1, removed: 0, kept: 3 })
  })

  it('makes the same index with a previous one as without', async () => {
    const texts = fc.array(fc.constantFrom(...TEXTS, '一', '二'), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(texts, texts, async (before, after) => {
        const { index: previous } = await build(before, recipeWith())
        const withPrevious = await build(after, recipeWith(), { previous })
        const without = await build(after, recipeWith())
        expect(contentOf(withPrevious.index)).toEqual(contentOf(without.index))
        for (const [row, reused] of withPrevious.reusedRows.entries()) {
          const text = withPrevious.index.passages.at(row).text
          if (reused >= 0) expect(previous.passages.at(reused).text).toBe(text)
          else expect(contentOf(previous).passages.map((passage) => passage.text)).not.toContain(text)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('takes no vectors of other embeddings', async () => {
    const { index: previous } = await build(TEXTS, recipeWith())
    const { embedded } = await build(TEXTS, recipeWith(new CountingEmbeddings('another')), { previous })
    expect(embedded).toBe(4)
  })

  it('tells how far it has come', async () => {
    const steps: BuildProgress[] = []
    const texts = Array.from({ length: 300 }, (_, number) => `paragraph ${number}`)
    await build(texts, recipeWith(), { onProgress: (progress) => steps.push(progress) })
    expect(steps.map(({ step }) => step)).toEqual(['articles', ...Array(4).fill('embedding'), 'lexicon'])
    expect(steps.flatMap((progress) => (progress.step === 'embedding' ? [progress.done] : []))).toEqual([
      0, 128, 256, 300,
    ])
  })

  it('stops when it is told to', async () => {
    const controller = new AbortController()
    const embeddings = new CountingEmbeddings()
    const texts = Array.from({ length: 300 }, (_, number) => `paragraph ${number}`)
    const building = build(texts, recipeWith(embeddings), {
      signal: controller.signal,
      onProgress: (progress) => {
        if (progress.step === 'embedding' && progress.done > 0) controller.abort(new Error('enough'))
      },
    })
    await expect(building).rejects.toThrow('enough')
    expect(embeddings.texts).toHaveLength(128)
  })

  it('refuses a corpus that says nothing', async () => {
    await expect(build([], recipeWith())).rejects.toThrow(IndexError)
  })

  it('refuses embeddings that return something else than promised', async () => {
    class Broken extends CountingEmbeddings {
      override embedDocuments = async (texts: string[]) => texts.map(() => [Number.NaN])
    }
    await expect(build(TEXTS, recipeWith(new Broken()))).rejects.toThrow(EmbeddingsError)
  })

  it('names what it was built from', async () => {
    const { index } = await build(TEXTS, recipeWith())
    const headers = await Promise.all([
      build(TEXTS.slice(1), recipeWith()),
      build(TEXTS, recipeWith(new CountingEmbeddings('another'))),
      build(TEXTS, recipeWith(new CountingEmbeddings(), '2')),
    ])
    const generations = [index.header, ...headers.map((built) => built.index.header)]
    expect(new Set(generations.map(({ generation }) => generation)).size).toBe(4)
  })
})
