import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { ExactSearch } from '../../index/vectors/exact-search.ts'
import { Vectors } from '../../index/vectors/vectors.ts'
import { type DocumentRows, RowVectorStore } from './row-vector-store.ts'

/** A LangChain vector store that compares with every vector: exact, and at home in every runtime. */
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
