import type { Passage } from '../domain.ts'
import type { FingerprintedEmbeddings } from '../embeddings/fingerprinted-embeddings.ts'
import { IndexError } from '../errors.ts'
import type { OpenIndex } from './open.ts'
import { Vectors } from './vectors.ts'

/** Texts given to the embeddings at once: enough for a remote model, few enough to show progress. */
const BATCH = 128

export interface CountedProgress {
  /** How many passages are done. */
  readonly done: number
  readonly total: number
}

export interface EmbedOptions {
  readonly previous?: OpenIndex | undefined
  readonly onProgress?: ((progress: CountedProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface EmbeddedPassages {
  /** One vector a passage, in the same rows. */
  readonly vectors: Vectors
  /** How many texts the embeddings were given; passages of the same text share one. */
  readonly embedded: number
  /** For each passage, the row of the previous index that its vector was taken from, or −1. */
  readonly reusedRows: Int32Array
}

/** Gives every passage its vector: one of the previous index where the text stood there too, else a new one. */
export async function embedPassages(
  passages: readonly Passage[],
  embeddings: FingerprintedEmbeddings,
  { previous, onProgress, signal }: EmbedOptions = {},
): Promise<EmbeddedPassages> {
  const known = previous?.header.embedder === embeddings.fingerprint ? previous : undefined
  const knownRows = known ? rowsByText(known) : new Map<string, number>()
  const reusedRows = Int32Array.from(passages, ({ text }) => knownRows.get(text) ?? -1)

  const newTexts = [...new Set(passages.flatMap(({ text }, row) => (reusedRows[row] === -1 ? [text] : [])))]
  const reused = reusedRows.reduce((count, row) => count + (row === -1 ? 0 : 1), 0)
  const fresh = new Vectors(embeddings.dimensions, newTexts.length)
  onProgress?.({ done: reused, total: passages.length })
  for (let start = 0; start < newTexts.length; start += BATCH) {
    signal?.throwIfAborted()
    const batch = newTexts.slice(start, start + BATCH)
    for (const vector of await embed(batch, embeddings)) fresh.append(vector)
    const share = fresh.count / newTexts.length
    onProgress?.({ done: reused + Math.round(share * (passages.length - reused)), total: passages.length })
    await nextTask()
  }

  const vectors = new Vectors(embeddings.dimensions, passages.length)
  const freshRows = new Map(newTexts.map((text, row) => [text, row]))
  for (const [row, { text }] of passages.entries()) {
    const reusedRow = reusedRows[row] ?? -1
    if (known && reusedRow >= 0) vectors.appendFrom(known.vectors, reusedRow)
    else vectors.appendFrom(fresh, freshRows.get(text) ?? 0)
  }
  return { vectors, embedded: newTexts.length, reusedRows }
}

function rowsByText({ passages }: OpenIndex): Map<string, number> {
  const rows = new Map<string, number>()
  for (let row = 0; row < passages.count; row++) rows.set(passages.at(row).text, row)
  return rows
}

async function embed(texts: string[], embeddings: FingerprintedEmbeddings): Promise<number[][]> {
  const { dimensions, fingerprint } = embeddings
  const vectors = await embeddings.embedDocuments(texts)
  const usable =
    vectors.length === texts.length &&
    vectors.every((vector) => vector.length === dimensions && vector.every(Number.isFinite))
  if (!usable) {
    const message = `The embeddings ${fingerprint} did not return one vector of ${dimensions} numbers for each text`
    throw new IndexError('unwritable', message, { fields: { texts: texts.length, vectors: vectors.length } })
  }
  return vectors
}

/** Lets a server in the same process answer between two batches. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
