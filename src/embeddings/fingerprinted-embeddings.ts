import type { EmbeddingsInterface } from '@langchain/core/embeddings'

/** LangChain embeddings that say which vectors they make, so that an index is never searched with another's. */
export interface FingerprintedEmbeddings extends EmbeddingsInterface {
  /** Changes whenever the vectors would: names the model, its version and its data. */
  readonly fingerprint: string
  /**
   * How much one call may hold, where a call is a request to a server: it may cost money, so that it is estimated
   * beforehand and its vectors are kept through an interruption. Embeddings that compute here have none.
   */
  readonly requests?: RequestLimits | undefined
}

export interface RequestLimits {
  readonly texts: number
  /** Most UTF-16 code units of a request; a longer text goes alone. */
  readonly characters: number
  /** How many requests may be under way at once. */
  readonly concurrency: number
}
