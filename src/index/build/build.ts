import type { Corpus } from '../../corpus/corpus.ts'
import { IndexError } from '../../errors.ts'
import { encodeLibrary } from '../documents/encode-library.ts'
import { encodeOrigins } from '../documents/known-articles.ts'
import { StoredLibrary } from '../documents/stored-library.ts'
import { encodePassages } from '../documents/stored-passages.ts'
import { encodeStatements, type RefusedStatement } from '../documents/stored-statements.ts'
import type { Sections } from '../format/container.ts'
import { createHeader, type IndexHeader } from '../format/manifest.ts'
import type { IndexParts, OpenIndex } from '../open.ts'
import { type Changes, countChanges } from './changes.ts'
import { checkStatements } from './check-statements.ts'
import { type CountedProgress, type EmbeddingPlan, embedPassages, planEmbedding } from './embed-passages.ts'
import type { EmbeddingEstimate } from './embedding-estimate.ts'
import type { IndexRecipe, IndexTools } from './recipe.ts'
import type { VectorJournal } from './vector-journal.ts'

/** Where a build has come to. */
export type BuildProgress =
  | ({ readonly step: 'embedding' | 'graph' } & CountedProgress)
  | { readonly step: 'articles' | 'lexicon' | 'writing' }

export interface PlanOptions {
  /** The index to compare with, and to take unchanged vectors from. */
  readonly previous?: OpenIndex | undefined
  /** Whether to take vectors from it (the default), or only to compare. */
  readonly reuse?: boolean | undefined
  /** Opened where a server makes the vectors. */
  readonly openJournal?: (() => Promise<VectorJournal>) | undefined
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined
  /** Ends the build with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

export interface BuildOptions extends PlanOptions {
  /** Called with what will be asked of a server, before it is; an error that it throws ends the build. */
  readonly onEstimate?: ((estimate: EmbeddingEstimate) => void | Promise<void>) | undefined
}

/** What a build of a corpus would do. */
export interface IndexPlan {
  readonly header: IndexHeader
  readonly changes: Changes
  readonly tools: IndexTools
  readonly librarySections: Sections
  readonly embedding: EmbeddingPlan
  readonly journal: VectorJournal | undefined
}

export interface BuiltIndex {
  readonly parts: IndexParts
  readonly changes: Changes
  /** Texts that were embedded; the other vectors were taken from the previous index or from an interrupted build. */
  readonly embedded: number
  /** Sentences written ahead that were left out, because they say what their words do not. */
  readonly refused: readonly RefusedStatement[]
  /** For each passage, the row of the previous index that its vector was taken from, or −1. */
  readonly reusedRows: Int32Array
}

/**
 * Finds out what building the index of a corpus takes. Embeds nothing.
 *
 * @throws IndexError `missing` for a corpus without a paragraph
 */
export async function planIndex(
  corpus: Corpus,
  recipe: IndexRecipe,
  { previous, reuse = true, openJournal, onProgress, signal }: PlanOptions = {},
): Promise<IndexPlan> {
  onProgress?.({ step: 'articles' })
  const librarySections = encodeLibrary(corpus.articles, previous?.library)
  const library = new StoredLibrary(librarySections)
  if (library.paragraphCount === 0) {
    throw new IndexError('missing', 'The corpus has no paragraph to answer from; add Markdown articles to it')
  }
  const reusable = reuse ? previous : undefined
  const tools = await recipe.prepare(reusable, signal)
  const passages = tools.toPassages(corpus)
  const journal = tools.embeddings.requests ? await openJournal?.() : undefined
  const counts = {
    articles: library.articleCount,
    paragraphs: library.paragraphCount,
    passages: passages.length,
  }
  return {
    header: createHeader(recipe, corpus.hash, counts),
    changes: countChanges(previous?.library, corpus.articles),
    tools,
    librarySections,
    embedding: planEmbedding(passages, tools.embeddings, {
      previous: reusable,
      journal,
      sameParagraphs:
        reusable?.header.analysis === recipe.analysis ? reusable.library.rowsOf(corpus.articles) : undefined,
    }),
    journal,
  }
}

/**
 * Makes the index of a corpus. What the corpus and the recipe determine is the same in every build; the previous index
 * only saves work.
 *
 * @throws IndexError `missing` for a corpus without a paragraph
 * @throws whatever the embeddings throw, and the signal's reason when it is aborted
 */
export async function buildIndex(
  corpus: Corpus,
  recipe: IndexRecipe,
  options: BuildOptions = {},
): Promise<BuiltIndex> {
  const { onEstimate, onProgress, signal } = options
  const plan = await planIndex(corpus, recipe, options)
  const { header, changes, tools, librarySections, embedding, journal } = plan
  const { passages, knownRows } = embedding
  if (embedding.estimate) await onEstimate?.(embedding.estimate)
  const vectors = await embedPassages(embedding, tools.embeddings, {
    journal,
    signal,
    onProgress: (progress) => onProgress?.({ step: 'embedding', ...progress }),
  })
  onProgress?.({ step: 'lexicon' })
  const lexicalIndex = await tools.toLexicalIndex(passages, corpus, knownRows, signal)
  signal?.throwIfAborted()
  const known =
    options.reuse === false || options.previous?.header.analysis !== recipe.analysis
      ? undefined
      : options.previous
  const { statements, refused } = checkStatements(corpus, tools.claims, known?.statements)
  const paragraphs = corpus.articles.flatMap((article) => article.paragraphs)
  const parts: IndexParts = {
    header,
    library: librarySections,
    origins: encodeOrigins(corpus),
    passages: encodePassages(passages, { textAt: (row) => paragraphs[row]?.text ?? '' }),
    statements: encodeStatements(statements, refused),
    lexicalIndex,
    vectors: vectors.toSections(),
  }
  return { parts, changes, embedded: embedding.texts.length, refused, reusedRows: knownRows }
}
