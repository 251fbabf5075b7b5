import type { Vectors } from '../vectors.ts'
import type { GraphLabels } from './graph-labels.ts'
import type { NeighbourGraph } from './neighbour-graph.ts'

/** Vectors that are linked in one go: a tenth of a second, in which nothing else happens. */
const AT_ONCE = 256

export interface LinkOptions {
  /** Called with the number of vectors that are linked and that of all that are to be. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** Ends it with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Adds rows of the vectors to a graph, each under its label. A server in the same process can answer meanwhile.
 *
 * @throws the signal's reason when it is aborted
 */
export async function linkVectors(
  graph: NeighbourGraph,
  vectors: Vectors,
  rows: readonly number[],
  { ofRows }: GraphLabels,
  { onProgress, signal }: LinkOptions = {},
): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    onProgress?.(start, rows.length)
    for (const row of rows.slice(start, start + AT_ONCE)) graph.add(vectors.at(row), ofRows[row] as number)
    await new Promise((resolve) => setTimeout(resolve))
    signal?.throwIfAborted()
  }
  onProgress?.(rows.length, rows.length)
}
