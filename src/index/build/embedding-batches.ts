import type { RequestLimits } from '../../embeddings/fingerprinted-embeddings.ts'

/** Cuts texts into what one call of the embeddings may hold, in their order; a text above the limit goes alone. */
export function batchesOf(
  texts: readonly string[],
  limits: Pick<RequestLimits, 'texts' | 'characters'>,
): string[][] {
  const batches: string[][] = []
  let batch: string[] = []
  let characters = 0
  for (const text of texts) {
    const full = batch.length === limits.texts || characters + text.length > limits.characters
    if (full && batch.length > 0) {
      batches.push(batch)
      batch = []
      characters = 0
    }
    batch.push(text)
    characters += text.length
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}
