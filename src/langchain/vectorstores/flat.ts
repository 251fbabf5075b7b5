import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { ExactSearch } from '../../index/vectors/exact-search.ts'
import { Vectors } from '../../index/vectors/vectors.ts'
import { type DocumentRows, RowVectorStore } from './row-vector-store.ts'

/**
 * A LangChain vector store that compares a query with every vector: exact, and available in every runtime.
 *
 * @example
 * ```ts
 * const store = new FlatVectorStore(embeddings, embeddings.dimensions)
 * await store.addDocuments([new Document({ pageContent: 'Docker packs programs into containers.' })])
 * ```
 */
export class FlatVectorStore extends RowVectorStore {
  /**
   * @param stored vectors and documents that exist already, one document a row; the store adds to these vectors
   */
  constructor(
    embeddings: EmbeddingsInterface,
    dimensions: number,
    stored?: { vectors: Vectors; documents: DocumentRows },
  ) {
    super(embeddings, new ExactSearch(stored?.vectors ?? new Vectors(dimensions)), stored?.documents)
  }

  override _vectorstoreType(): string {
    return 'footnote-flat'
  }
}
