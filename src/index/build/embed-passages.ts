import type { Passage } from '../../domain/passage.ts'
import type { FingerprintedEmbeddings, RequestLimits } from '../../embeddings/fingerprinted-embeddings.ts'
import { orAborted } from '../../embeddings/or-aborted.ts'
import { EmbeddingsError } from '../../errors.ts'
import { itemAt } from '../../item-at.ts'
import type { OpenIndex } from '../open.ts'
import { type StoredVector, Vectors } from '../vectors/vectors.ts'
import { batchesOf } from './embedding-batches.ts'
import { type EmbeddingEstimate, estimateEmbedding } from './embedding-estimate.ts'
import { knownRowsOf } from './known-rows.ts'
import type { VectorJournal } from './vector-journal.ts'

/** Of embeddings that compute here: few enough at once to show progress. */
const LOCAL: RequestLimits = { texts: 128, characters: Number.POSITIVE_INFINITY, concurrency: 1 }

export interface CountedProgress {
  /** How many passages are done. */
  readonly done: number
  readonly total: number
}

/** Where the vectors of passages are to come from. */
export interface EmbeddingPlan {
  readonly passages: readonly Passage[]
  /** The index that vectors are taken from; nothing where other embeddings made it. */
  readonly known: OpenIndex | undefined
  /** For each passage, the row of that index with its text, or −1. */
  readonly knownRows: Int32Array
  /** Vectors that an interrupted build has left behind, by their texts. */
  readonly kept: ReadonlyMap<string, StoredVector>
  /** Texts to embed; passages of the same text share one. */
  readonly texts: readonly string[]
  /** What that asks of a server; nothing where none is asked. */
  readonly estimate: EmbeddingEstimate | undefined
}

export interface EmbedOptions {
  readonly journal?: VectorJournal | undefined
  readonly onProgress?: ((progress: CountedProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface PlanEmbeddingOptions {
  readonly previous?: OpenIndex | undefined
  readonly journal?: VectorJournal | undefined
  /** See {@link knownRowsOf}. */
  readonly sameParagraphs?: Int32Array | undefined
}

/** A passage keeps the vector that its text has in the previous index, or in the journal; only the others are embedded. */
export function planEmbedding(
  passages: readonly Passage[],
  { fingerprint, requests }: FingerprintedEmbeddings,
  { previous, journal, sameParagraphs }: PlanEmbeddingOptions = {},
): EmbeddingPlan {
  const known = previous?.header.embedder === fingerprint ? previous : undefined
  const knownRows = known
    ? knownRowsOf(passages, known.passages, sameParagraphs)
    : new Int32Array(passages.length).fill(-1)

  const kept = new Map<string, StoredVector>()
  const texts = new Set<string>()
  for (const [row, { text }] of passages.entries()) {
    if (knownRows[row] !== -1 || kept.has(text) || texts.has(text)) continue
    const vector = journal?.find(text)
    if (vector) kept.set(text, vector)
    else texts.add(text)
  }
  const estimate =
    requests && texts.size + kept.size > 0 ? estimateEmbedding([...texts], kept.size, requests) : undefined
  return { passages, known, knownRows, kept, texts: [...texts], estimate }
}

/**
 * Gives every passage its vector.
 *
 * @returns one vector a passage, in the same rows
 * @throws EmbeddingsError `unusable` for anything but one vector a text, all of the same size
 * @throws whatever the embeddings throw, and the signal's reason; vectors that were had by then are in the journal
 */
export async function embedPassages(
  { passages, known, knownRows, kept, texts }: EmbeddingPlan,
  embeddings: FingerprintedEmbeddings,
  { journal, onProgress, signal }: EmbedOptions = {},
): Promise<Vectors> {
  const [anyKept] = kept.values()
  const dimensions = known?.vectors.dimensions ?? anyKept?.codes.length
  let fresh = dimensions === undefined ? undefined : new Vectors(dimensions, kept.size + texts.length)
  const freshRows = new Map<string, number>()
  for (const [text, vector] of kept) {
    checkSize(vector.codes.length, fresh?.dimensions, embeddings)
    if (fresh) freshRows.set(text, fresh.appendStored(vector))
  }

  const waiting = knownRows.reduce((count, row) => count + (row === -1 ? 1 : 0), 0)
  const report = () => {
    const share = freshRows.size / (kept.size + texts.length)
    const done = waiting === 0 ? 0 : Math.round(share * waiting)
    onProgress?.({ done: passages.length - waiting + done, total: passages.length })
  }
  report()
  const { requests } = embeddings
  await forEach(batchesOf(texts, requests ?? LOCAL), (requests ?? LOCAL).concurrency, async (batch) => {
    signal?.throwIfAborted()
    const vectors = await orAborted(embed(batch, embeddings), signal)
    const entries = vectors.map((vector, i) => {
      fresh ??= new Vectors(vector.length, texts.length)
      checkSize(vector.length, fresh.dimensions, embeddings)
      const row = fresh.append(vector)
      const text = itemAt(batch, i)
      freshRows.set(text, row)
      return { text, vector: fresh.storedAt(row) }
    })
    if (requests) await journal?.append(entries)
    report()
    await nextTask()
  })

  const freshVector = (text: string): [Vectors, number] => {
    const row = freshRows.get(text)
    if (fresh === undefined || row === undefined) throw new Error(`No vector was made of "${text}"`)
    return [fresh, row]
  }
  const vectors = new Vectors(fresh?.dimensions ?? 0, passages.length)
  for (let row = 0; row < passages.length; row = vectors.count) {
    const knownRow = itemAt(knownRows, row)
    if (known && knownRow >= 0) vectors.appendFrom(known.vectors, knownRow, runFrom(row, knownRows))
    else vectors.appendFrom(...freshVector(itemAt(passages, row).text))
  }
  return vectors
}

/** How many rows from this one on follow each other in the previous index too. */
function runFrom(row: number, knownRows: Int32Array): number {
  let end = row + 1
  while (end < knownRows.length && knownRows[end] === (knownRows[end - 1] ?? -1) + 1) end++
  return end - row
}

async function embed(texts: string[], embeddings: FingerprintedEmbeddings): Promise<number[][]> {
  const vectors = await embeddings.embedDocuments(texts)
  const usable =
    vectors.length === texts.length &&
    vectors.every((vector) => vector.length > 0 && vector.every(Number.isFinite))
  if (!usable) {
    const message = `The embeddings "${embeddings.fingerprint}" did not return a vector of numbers for each text`
    throw new EmbeddingsError('unusable', message, {
      fields: { texts: texts.length, vectors: vectors.length },
    })
  }
  return vectors
}

function checkSize(
  size: number,
  expected: number | undefined,
  { fingerprint }: FingerprintedEmbeddings,
): void {
  if (expected === undefined || size === expected) return
  throw new EmbeddingsError(
    'unusable',
    `The embeddings "${fingerprint}" return vectors of ${size} numbers, those in the index have ${expected}: another model has taken this name. To embed everything again: npm run index -- --full`,
  )
}

/**
 * Does something for each item, for so many at once. After a failure nothing more is begun; what is under way ends
 * first, as it may have been paid for.
 */
async function forEach<T>(
  items: readonly T[],
  concurrency: number,
  action: (item: T) => Promise<void>,
): Promise<void> {
  const remaining = items.values()
  const failures: unknown[] = []
  const work = async () => {
    for (const item of remaining) {
      await action(item).catch((error) => failures.push(error))
      if (failures.length > 0) return
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  if (failures.length > 0) throw failures[0]
}

/** Lets a server in the same process answer between two batches. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
