import { join } from 'node:path'
import { IndexError } from '../../errors.ts'
import { type IndexManifest, parseManifest } from '../../index/format/manifest.ts'
import { type OpenIndex, openIndex } from '../../index/open.ts'
import { damagedFile, readChecked, reading } from './checked-files.ts'
import { readWithSum } from './durable-files.ts'
import { type IndexFolder, MANIFEST_FILE, type Pointer } from './index-folder.ts'
import { readVectorIndex, type VectorIndex } from './vector-index.ts'

export const PORTABLE_FILE = 'portable.bin'

/** How often a generation is looked for that another process may be replacing at the same time. */
const ATTEMPTS = 5

/** A generation on disk, its files checked and read. */
export interface StoredGeneration {
  readonly pointer: Pointer
  readonly manifest: IndexManifest
  /** The portable form that the index was opened from; in memory that threads can share. */
  readonly portable: Uint8Array
  readonly index: OpenIndex
  /** What its vectors are searched by. */
  readonly vectorIndex: VectorIndex
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
 * Reads the generation that a pointer names.
 *
 * @throws IndexError `damaged` or `incompatible`
 */
export async function readGeneration(indexFolder: IndexFolder, pointer: Pointer): Promise<StoredGeneration> {
  const folder = indexFolder.generationPath(pointer.folder)
  const manifestFile = join(folder, MANIFEST_FILE)
  const { content, sha256 } = await reading(manifestFile, () => readWithSum(manifestFile))
  if (sha256 !== pointer.manifest) throw damagedFile(manifestFile, 'its content is not what was written')
  const manifest = parseManifest(new TextDecoder().decode(content))

  const portable = await readChecked(folder, PORTABLE_FILE, manifest)
  return openGeneration(indexFolder, { pointer, manifest, portable })
}

/**
 * Opens a generation whose portable form is in memory already, as another thread has read and checked it.
 *
 * @throws IndexError `damaged` or `incompatible`
 */
export async function openGeneration(
  indexFolder: IndexFolder,
  { pointer, manifest, portable }: Pick<StoredGeneration, 'pointer' | 'manifest' | 'portable'>,
): Promise<StoredGeneration> {
  const folder = indexFolder.generationPath(pointer.folder)
  const index = openIndex(portable)
  const vectorIndex = await readVectorIndex(folder, manifest, index.vectors)
  return { pointer, manifest, portable, index: { ...index, search: vectorIndex.search }, vectorIndex }
}
