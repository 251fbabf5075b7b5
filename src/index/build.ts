import type { Corpus } from '../corpus/corpus.ts'
import { IndexError } from '../errors.ts'
import { type Changes, countChanges } from './changes.ts'
import { type CountedProgress, embedPassages } from './embed-passages.ts'
import { encodeOrigins } from './known-articles.ts'
import { createHeader } from './manifest.ts'
import type { IndexParts, OpenIndex } from './open.ts'
import type { IndexRecipe } from './recipe.ts'
import { encodeLibrary, StoredLibrary } from './stored-library.ts'
import { encodePassages } from './stored-passages.ts'

/** Where a build has come to. */
export type BuildProgress =
  | ({ readonly step: 'embedding' | 'graph' } & CountedProgress)
  | { readonly step: 'articles' | 'lexicon' | 'writing' }

export interface BuildOptions {
  /** The index to compare with, and to take unchanged vectors from. */
  readonly previous?: OpenIndex | undefined
  /** Whether to take vectors from it (the default), or only to compare. */
  readonly reuse?: boolean | undefined
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined
  /** Ends the build with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

export interface BuiltIndex {
  readonly parts: IndexParts
  readonly changes: Changes
  /** Passages whose vectors were made anew; the others were taken from the previous index. */
  readonly embedded: number
  /** For each passage, the row of the previous index that its vector was taken from, or −1. */
  readonly reusedRows: Int32Array
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
  { previous, reuse = true, onProgress, signal }: BuildOptions = {},
): Promise<BuiltIndex> {
  onProgress?.({ step: 'articles' })
  const librarySections = encodeLibrary(corpus.articles)
  const library = new StoredLibrary(librarySections)
  if (library.paragraphCount === 0) {
    throw new IndexError(
      'missing',
      'The corpus holds no paragraph to answer from; put Markdown articles into it',
    )
  }
  const reusable = reuse ? previous : undefined
  const tools = await recipe.prepare(reusable)
  const passages = tools.toPassages(corpus)
  const { vectors, embedded, reusedRows } = await embedPassages(passages, tools.embeddings, {
    previous: reusable,
    signal,
    onProgress: (progress) => onProgress?.({ step: 'embedding', ...progress }),
  })
  onProgress?.({ step: 'lexicon' })
  const lexicon = await tools.toLexicon(passages, corpus, reusedRows, signal)
  signal?.throwIfAborted()
  const counts = {
    articles: library.articleCount,
    paragraphs: library.paragraphCount,
    passages: passages.length,
  }
  const parts: IndexParts = {
    header: createHeader(recipe, corpus.hash, counts),
    library: librarySections,
    origins: encodeOrigins(corpus),
    passages: encodePassages(passages, library),
    lexicon,
    vectors: vectors.toSections(),
  }
  return { parts, changes: countChanges(previous?.library, corpus.articles), embedded, reusedRows }
}
