import type { RequestLimits } from '../../embeddings/fingerprinted-embeddings.ts'
import { batchesOf } from './embedding-batches.ts'

/** What embedding will ask of a server. */
export interface EmbeddingEstimate {
  readonly texts: number
  /** See {@link estimateTokens}. */
  readonly tokens: number
  readonly requests: number
  /** Vectors that an interrupted build has left behind, and that are taken from there. */
  readonly kept: number
}

/**
 * Tokens by kind of character, between those of OpenAI's encodings on the shipped article: cl100k takes 1.4 for a Han
 * character and 0.33 for any other, o200k 0.9 and 0.32; in plain English both take 0.25.
 */
const TOKENS_PER_HAN = 1.2
const TOKENS_PER_OTHER = 0.3

export function estimateEmbedding(
  texts: readonly string[],
  kept: number,
  limits: RequestLimits,
): EmbeddingEstimate {
  const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0)
  return { texts: texts.length, tokens: Math.round(tokens), requests: batchesOf(texts, limits).length, kept }
}

/** How many tokens a text is for a model, roughly: each has an encoding of its own. */
export function estimateTokens(text: string): number {
  const han = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0
  return han * TOKENS_PER_HAN + (text.length - han) * TOKENS_PER_OTHER
}
