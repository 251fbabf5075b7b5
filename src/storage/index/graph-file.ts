import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { IndexError } from '../../errors.ts'
import { decodeContainer, encodeContainer, textSection } from '../../index/format/container.ts'
import { GraphLabels } from '../../index/vectors/graph/graph-labels.ts'
import { HnswGraph } from '../../index/vectors/graph/hnsw-graph.ts'
import { type LinkOptions, linkVectors } from '../../index/vectors/graph/link-vectors.ts'
import type { Vectors } from '../../index/vectors/vectors.ts'
import { type FileSum, sumOf, writeDurably, writing } from './durable-files.ts'

/** As hnswlib writes it. */
export const GRAPH_FILE = 'graph.bin'
/** Which label of the graph is which row, and the sum of the vectors that it was made of. */
export const GRAPH_LABELS_FILE = 'graph-labels.bin'

/** The graph of an earlier generation. */
export interface EarlierGraph {
  /** Folder of that generation. */
  readonly folder: string
  readonly labels: GraphLabels
  /** For each row of the new vectors the row of the earlier ones with the same vector, or −1. */
  readonly rowsBefore: Int32Array
}

/**
 * Writes the graph of an index into the folder of its generation. An edit adds what is new to the earlier graph, as long
 * as not too much of it is gone.
 *
 * @returns sums of the files written
 * @throws IndexError `missing` where hnswlib-node does not load; `unwritable`
 * @throws the signal's reason when it is aborted
 */
export async function writeGraph(
  folder: string,
  vectors: Vectors,
  earlier: EarlierGraph | undefined,
  options: LinkOptions,
): Promise<Record<string, FileSum>> {
  const { graph, labels } = (await edited(vectors, earlier, options)) ?? (await made(vectors, options))
  const path = join(folder, GRAPH_FILE)
  await writing(path, async () => {
    await graph.write(path)
    const file = await open(path, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
  })
  const bytes = encodeContainer({ ...labels.toSections(), vectors: sumOfVectors(vectors) })
  return {
    [GRAPH_FILE]: await sumOf(path),
    [GRAPH_LABELS_FILE]: await writeDurably(join(folder, GRAPH_LABELS_FILE), [bytes]),
  }
}

/**
 * @param bytes of the file of labels
 * @throws IndexError `damaged` where the graph was made of other vectors
 */
export function decodeGraphLabels(bytes: Uint8Array, vectors: Vectors): GraphLabels {
  const sections = decodeContainer(bytes)
  if (textSection(sections, 'vectors') !== sumOfVectors(vectors))
    throw new IndexError('damaged', 'The graph was built from other vectors than those of the index')
  return GraphLabels.fromSections(sections, vectors.count)
}

async function made(vectors: Vectors, options: LinkOptions) {
  const graph = await HnswGraph.empty(vectors.dimensions, vectors.count)
  const labels = GraphLabels.ofNew(vectors.count)
  await linkVectors(graph, vectors, [...labels.ofRows], labels, options)
  return { graph, labels }
}

async function edited(vectors: Vectors, earlier: EarlierGraph | undefined, options: LinkOptions) {
  const edit = earlier?.labels.editFor(earlier.rowsBefore)
  if (earlier === undefined || edit === undefined) return undefined
  // Read anew: the one that is searched stays as it is.
  const graph = await HnswGraph.read(join(earlier.folder, GRAPH_FILE), vectors.dimensions)
  for (const label of edit.removed) graph.remove(label)
  graph.reserve(edit.labels.given)
  await linkVectors(graph, vectors, edit.added, edit.labels, options)
  return { graph, labels: edit.labels }
}

function sumOfVectors({ dimensions, codes, scales }: Vectors): string {
  const hash = createHash('sha256').update(`${dimensions}\n`)
  for (const { buffer, byteOffset, byteLength } of [codes, scales])
    hash.update(new Uint8Array(buffer, byteOffset, byteLength))
  return hash.digest('hex')
}
