import { join } from 'node:path'
import { IndexError } from '../../errors.ts'
import type { CountedProgress } from '../../index/build/embed-passages.ts'
import type { IndexManifest } from '../../index/format/manifest.ts'
import { ExactSearch } from '../../index/vectors/exact-search.ts'
import type { GraphLabels } from '../../index/vectors/graph/graph-labels.ts'
import { GraphSearch } from '../../index/vectors/graph/graph-search.ts'
import { HnswGraph } from '../../index/vectors/graph/hnsw-graph.ts'
import { SketchSearch } from '../../index/vectors/sketches/sketch-search.ts'
import { Sketches } from '../../index/vectors/sketches/sketches.ts'
import type { VectorSearch } from '../../index/vectors/vector-search.ts'
import type { Vectors } from '../../index/vectors/vectors.ts'
import { checkSum, readChecked } from './checked-files.ts'
import type { FileSum } from './durable-files.ts'
import { decodeGraphLabels, GRAPH_FILE, GRAPH_LABELS_FILE, writeGraph } from './graph-file.ts'
import { decodeSketches, SKETCHES_FILE, writeSketches } from './sketch-file.ts'

/** What is kept beside vectors to search them by. Measured in docs/scale.md. */
export interface VectorIndexBounds {
  /** Fewest vectors that a graph is made of: fewer are compared as quickly. */
  readonly graphFrom: number
  /** Most numbers (vectors × dimensions) that a graph is made of: of more, sketches miss less and are made at once. */
  readonly graphUpTo: number
  /** Fewest vectors that are sketched where there is no graph: fewer are compared in two milliseconds. */
  readonly sketchesFrom: number
}

const BOUNDS: VectorIndexBounds = { graphFrom: 512, graphUpTo: 32_000 * 384, sketchesFrom: 4096 }

/** How the vectors of a stored index are searched. */
export interface VectorIndex {
  readonly search: VectorSearch
  /** Kept for the next build. */
  readonly sketches: Sketches | undefined
  /** Kept for the next build. */
  readonly graphLabels: GraphLabels | undefined
  /** Why they are searched without a graph although they should be searched with one. */
  readonly graphFault: IndexError | undefined
  /** Whether a build of the same corpus would add the graph that is missing. */
  readonly lacksGraph: boolean
}

/** What an earlier generation has of vectors that the new one takes over. */
export interface EarlierVectorIndex extends Pick<VectorIndex, 'sketches' | 'graphLabels'> {
  /** Folder of that generation. */
  readonly folder: string
  /** For each row of the new vectors the row of the earlier ones with the same vector, or −1. */
  readonly rowsBefore: Int32Array
}

export interface WriteVectorIndexOptions {
  readonly earlier?: EarlierVectorIndex | undefined
  readonly bounds?: Partial<VectorIndexBounds> | undefined
  readonly onProgress?: ((progress: CountedProgress) => void) | undefined
  /** Called with a sentence for people where the graph cannot be made. */
  readonly onNotice?: ((notice: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Writes what the vectors of an index are searched by into the folder of its generation: a graph, where there are too
 * many for one or hnswlib-node does not load their sketches, and nothing where they are few.
 *
 * @returns sums of the files written
 * @throws IndexError `unwritable`
 * @throws the signal's reason when it is aborted
 */
export async function writeVectorIndex(
  folder: string,
  vectors: Vectors,
  { earlier, bounds, onProgress, onNotice, signal }: WriteVectorIndexOptions = {},
): Promise<Record<string, FileSum>> {
  const { sketchesFrom, ...graphBounds } = { ...BOUNDS, ...bounds }
  if (isForGraph(vectors, graphBounds)) {
    try {
      const labels = earlier?.graphLabels
      return await writeGraph(folder, vectors, labels && earlier && { ...earlier, labels }, {
        onProgress: (done, total) => onProgress?.({ done, total }),
        signal,
      })
    } catch (fault) {
      if (!isMissing(fault)) throw fault
      onNotice?.(withoutGraph(fault))
    }
  }
  if (vectors.count < sketchesFrom) return {}
  const { sketches, rowsBefore } = earlier ?? {}
  return writeSketches(folder, vectors, sketches && rowsBefore && { sketches, rows: rowsBefore })
}

/**
 * Opens what {@link writeVectorIndex} has written. A graph that cannot be used is no reason to serve nothing.
 *
 * @param folder of the generation, which `manifest` describes
 * @throws IndexError `damaged` where the sketches are
 */
export async function readVectorIndex(
  folder: string,
  manifest: Pick<IndexManifest, 'files'>,
  vectors: Vectors,
): Promise<VectorIndex> {
  if (manifest.files[GRAPH_FILE] !== undefined) return readGraph(folder, manifest, vectors)
  const isWanted = isForGraph(vectors, BOUNDS)
  const fault = isWanted ? await hnswlibFault() : undefined
  const graphFault = fault && new IndexError('missing', withoutGraph(fault), { cause: fault })
  const without = { graphLabels: undefined, graphFault, lacksGraph: isWanted && fault === undefined }
  if (manifest.files[SKETCHES_FILE] === undefined)
    return { search: new ExactSearch(vectors), sketches: undefined, ...without }
  const sketches = decodeSketches(await readChecked(folder, SKETCHES_FILE, manifest), vectors)
  return { search: new SketchSearch(sketches, new ExactSearch(vectors)), sketches, ...without }
}

async function readGraph(
  folder: string,
  manifest: Pick<IndexManifest, 'files'>,
  vectors: Vectors,
): Promise<VectorIndex> {
  const exact = new ExactSearch(vectors)
  try {
    const labels = decodeGraphLabels(await readChecked(folder, GRAPH_LABELS_FILE, manifest), vectors)
    await checkSum(folder, GRAPH_FILE, manifest)
    const graph = await HnswGraph.read(join(folder, GRAPH_FILE), vectors.dimensions)
    const search = new GraphSearch(graph, exact, labels.rows())
    return { search, sketches: undefined, graphLabels: labels, graphFault: undefined, lacksGraph: false }
  } catch (cause) {
    const isAddonMissing = isMissing(cause)
    const message = isAddonMissing ? withoutGraph(cause) : `${withoutGraph(cause)}. Repair it: npm run index`
    const graphFault = new IndexError(isAddonMissing ? 'missing' : 'damaged', message, { cause })
    const isLarge = vectors.count >= BOUNDS.sketchesFrom
    const search = isLarge ? new SketchSearch(Sketches.of(vectors), exact) : exact
    return { search, sketches: undefined, graphLabels: undefined, graphFault, lacksGraph: !isAddonMissing }
  }
}

function isForGraph(
  { count, dimensions }: Vectors,
  { graphFrom, graphUpTo }: Pick<VectorIndexBounds, 'graphFrom' | 'graphUpTo'>,
): boolean {
  return count >= graphFrom && count * dimensions <= graphUpTo
}

/** Why hnswlib-node cannot be used; nothing where it can. */
async function hnswlibFault(): Promise<IndexError | undefined> {
  try {
    await HnswGraph.empty(1, 1)
    return undefined
  } catch (fault) {
    if (isMissing(fault)) return fault
    throw fault
  }
}

function isMissing(fault: unknown): fault is IndexError {
  return fault instanceof IndexError && fault.fault === 'missing'
}

function withoutGraph(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return `Vectors are searched without their graph, which is slower: ${reason}`
}
