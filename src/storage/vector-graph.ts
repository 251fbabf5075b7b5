import { copyFile, link } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeContainer, encodeContainer, section } from '../index/container.ts'
import { NO_LABEL } from '../index/graph-search.ts'
import type { Vectors } from '../index/vectors.ts'
import { HnswGraph } from '../index/vectorstores/hnsw.ts'
import { type FileSum, sumOf, writeDurably, writing } from './durable-files.ts'

export const GRAPH_FILE = 'graph.hnsw'
export const LABELS_FILE = 'graph-labels.bin'

/**
 * From this many vectors on a graph is built: below, comparing with every vector takes less than five milliseconds,
 * misses nothing and costs no build.
 */
const GRAPH_FROM = 20_000

/** So many vectors are compared one by one beside a graph before they are added to it: about a millisecond. */
const MOST_FRESH = 5_000

/** When more of a graph's labels than this have no row any more, it is built anew. */
const MOST_WITHOUT_ROW = 0.3

/** Adding vectors keeps the thread; after so many others get their turn. */
const ADDED_AT_ONCE = 100

/** A graph on disk and the label that each row of its index has in it. */
export interface StoredGraph {
  readonly path: string
  readonly sum: FileSum
  /** How many labels the graph holds, those without a row included. */
  readonly size: number
  readonly labels: Int32Array
}

export interface GraphOptions {
  /** Vectors from which on a graph pays. */
  readonly from?: number | undefined
  /** Vectors that may stay outside the graph. */
  readonly mostFresh?: number | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Writes the graph of an index into the folder of its generation: the previous one as it is while few vectors are new,
 * the previous one with the new vectors added, or a new one where there is none or much of it is outdated.
 *
 * @param reusedRows for each row, the row of the previous index with the same vector, or −1
 * @returns sums of the files written; none where the index is too small for a graph to pay
 * @throws IndexError `missing` where hnswlib-node does not load, `unwritable` where a file cannot be written
 */
export async function writeGraph(
  folder: string,
  vectors: Vectors,
  reusedRows: Int32Array,
  previous: StoredGraph | undefined,
  options: GraphOptions = {},
): Promise<Record<string, FileSum>> {
  if (vectors.count < (options.from ?? GRAPH_FROM)) return {}
  const path = join(folder, GRAPH_FILE)
  const inherited = previous && inheritLabels(previous.labels, reusedRows)
  const fresh = inherited?.filter((label) => label === NO_LABEL).length ?? vectors.count
  const withoutRow = previous ? previous.size - (vectors.count - fresh) : 0
  const usable = previous && inherited && withoutRow <= previous.size * MOST_WITHOUT_ROW

  if (usable && fresh <= (options.mostFresh ?? MOST_FRESH)) {
    await writing(path, () => link(previous.path, path).catch(() => copyFile(previous.path, path)))
    return finish(folder, previous.sum, previous.size, inherited)
  }
  const graph = usable
    ? await HnswGraph.read(previous.path, vectors.dimensions)
    : await HnswGraph.empty(vectors.dimensions, vectors.count)
  const labels = usable ? inherited : new Int32Array(vectors.count).fill(NO_LABEL)
  await addFresh(graph, vectors, labels, options)
  await writing(path, () => graph.write(path))
  // The library does not say when the disk is full; a graph that was cut off does not load.
  await HnswGraph.read(path, vectors.dimensions)
  return finish(folder, await sumOf(path), graph.size, labels)
}

/**
 * @param bytes of the labels file
 * @throws IndexError `damaged`
 */
export function decodeLabels(bytes: Uint8Array): Pick<StoredGraph, 'labels' | 'size'> {
  const sections = decodeContainer(bytes)
  return {
    labels: section(sections, 'labels', Int32Array),
    size: section(sections, 'size', Uint32Array)[0] ?? 0,
  }
}

/** The labels of the previous rows that have the same vectors; each label is given once. */
function inheritLabels(previous: Int32Array, reusedRows: Int32Array): Int32Array {
  const taken = new Uint8Array(previous.length)
  return reusedRows.map((row) => {
    if (row < 0 || taken[row] === 1) return NO_LABEL
    taken[row] = 1
    return previous[row] ?? NO_LABEL
  })
}

async function addFresh(
  graph: HnswGraph,
  vectors: Vectors,
  labels: Int32Array,
  { onProgress, signal }: GraphOptions,
): Promise<void> {
  for (let row = 0; row < labels.length; row++) {
    if (row % ADDED_AT_ONCE === 0) {
      onProgress?.(row, labels.length)
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
    }
    if (labels[row] === NO_LABEL) labels[row] = graph.append(vectors.at(row))
  }
}

async function finish(folder: string, graph: FileSum, size: number, labels: Int32Array) {
  const bytes = encodeContainer({ labels, size: Uint32Array.of(size) })
  const sum = await writeDurably(join(folder, LABELS_FILE), [bytes])
  return { [GRAPH_FILE]: graph, [LABELS_FILE]: sum }
}
