import type { EmbeddingsInterface } from '@langchain/core/embeddings'

/** LangChain embeddings that say which vectors they make, so that an index is never searched with another's. */
export interface FingerprintedEmbeddings extends EmbeddingsInterface {
  /** Changes whenever the vectors would: names the model, its version and its data. */
  readonly fingerprint: string
  /** Numbers in a vector. */
  readonly dimensions: number
}
