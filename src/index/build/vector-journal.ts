import type { StoredVector } from '../vectors/vectors.ts'

/** Keeps vectors that a server was asked for until the index that they are for is written. */
export interface VectorJournal {
  /** The vector of this text that an interrupted build has left behind. */
  find(text: string): StoredVector | undefined
  /** Keeps vectors from now on, whatever becomes of this process. */
  append(entries: readonly JournalEntry[]): Promise<void>
}

export interface JournalEntry {
  readonly text: string
  readonly vector: StoredVector
}
