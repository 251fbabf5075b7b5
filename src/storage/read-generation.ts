import { join } from 'node:path'
import { IndexError } from '../errors.ts'
import { ExactSearch } from '../index/exact-search.ts'
import { GraphSearch } from '../index/graph-search.ts'
import { type IndexManifest, parseManifest } from '../index/manifest.ts'
import { type OpenIndex, openIndex } from '../index/open.ts'
import { HnswGraph } from '../index/vectorstores/hnsw.ts'
import { type FileSum, readWithSum, reasonOf, sumOf } from './durable-files.ts'
import { type IndexFolder, MANIFEST_FILE, type Pointer } from './index-folder.ts'
import { decodeLabels, GRAPH_FILE, LABELS_FILE, type StoredGraph } from './vector-graph.ts'

export const PORTABLE_FILE = 'portable.bin'

/** How often a generation is looked for that another process may be replacing at the same time. */
const ATTEMPTS = 5

/** A generation on disk, its files checked and read. */
export interface StoredGeneration {
  readonly pointer: Pointer
  readonly manifest: IndexManifest
  readonly index: OpenIndex
  /** Its graph, checked but not loaded. */
  readonly graph: StoredGraph | undefined
}

/**
 * Reads the generation that is served.
 *
 * @throws IndexError `missing` where none was built yet; `damaged` where any byte of it is not what was written, naming
 *   the file; `incompatible` where it has another schema
 */
export async function readCurrentGeneration(indexFolder: IndexFolder): Promise<StoredGeneration> {
  for (let attempt = 1; ; attempt++) {
    const pointer = await indexFolder.pointer()
    if (pointer === undefined) throw new IndexError('missing', `There is no index in ${indexFolder.path} yet`)
    try {
      return await readGeneration(indexFolder, pointer)
    } catch (error) {
      // It may have been replaced, and removed, while it was read.
      const now = await indexFolder.pointer()
      if (attempt === ATTEMPTS || now?.folder === pointer.folder) throw error
    }
  }
}

/**
 * Loads the graph of a generation, where it has one, and searches with it.
 *
 * @param onNotice is told in a sentence why the exact search serves instead
 * @throws IndexError `damaged` where the graph does not fit
 */
export async function withGraph(
  { index, graph }: StoredGeneration,
  onNotice: (notice: string) => void,
): Promise<OpenIndex> {
  if (graph === undefined) return index
  try {
    const loaded = await HnswGraph.read(graph.path, index.vectors.dimensions)
    return { ...index, search: new GraphSearch(loaded, graph.labels, new ExactSearch(index.vectors)) }
  } catch (error) {
    if (!(error instanceof IndexError && error.fault === 'missing')) throw error
    onNotice(`${error.message}: exact search serves instead`)
    return index
  }
}

/**
 * Reads the generation that a pointer names.
 *
 * @throws IndexError `damaged` or `incompatible`
 */
export async function readGeneration(indexFolder: IndexFolder, pointer: Pointer): Promise<StoredGeneration> {
  const folder = indexFolder.generationPath(pointer.folder)
  const manifestFile = join(folder, MANIFEST_FILE)
  const { content, sha256 } = await reading(manifestFile, () => readWithSum(manifestFile))
  if (sha256 !== pointer.manifest) throw damaged(manifestFile, 'its content is not what was written')
  const manifest = parseManifest(new TextDecoder().decode(content))

  const portable = await readChecked(folder, PORTABLE_FILE, manifest)
  const index = openIndex(portable)
  if (manifest.files[GRAPH_FILE] === undefined) return { pointer, manifest, index, graph: undefined }

  const labels = decodeLabels(await readChecked(folder, LABELS_FILE, manifest))
  const path = join(folder, GRAPH_FILE)
  const sum = await reading(path, () => sumOf(path))
  check(path, sum, manifest.files[GRAPH_FILE])
  return { pointer, manifest, index, graph: { path, sum, ...labels } }
}

async function readChecked(folder: string, name: string, manifest: IndexManifest): Promise<Uint8Array> {
  const path = join(folder, name)
  const { content, ...sum } = await reading(path, () => readWithSum(path))
  check(path, sum, manifest.files[name])
  return content
}

function check(path: string, { bytes, sha256 }: FileSum, expected: FileSum | undefined): void {
  if (expected === undefined) throw damaged(path, 'the manifest does not know it')
  if (bytes !== expected.bytes) throw damaged(path, `it has ${bytes} bytes instead of ${expected.bytes}`)
  if (sha256 !== expected.sha256) throw damaged(path, 'its content is not what was written')
}

async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    throw damaged(path, reasonOf(cause), cause)
  }
}

function damaged(path: string, why: string, cause?: unknown): IndexError {
  return new IndexError('damaged', `The index file ${path} is damaged: ${why}`, { cause, fields: { path } })
}
