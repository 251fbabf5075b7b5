import { join } from 'node:path'
import { IndexError } from '../../errors.ts'
import { type IndexManifest, parseManifest } from '../../index/format/manifest.ts'
import { type OpenIndex, openIndex } from '../../index/open.ts'
import type { Sketches } from '../../index/vectors/sketches/sketches.ts'
import { type FileSum, readWithSum, reasonOf } from './durable-files.ts'
import { type IndexFolder, MANIFEST_FILE, type Pointer } from './index-folder.ts'
import { decodeSketches, SKETCHES_FILE, searchedBySketches } from './sketch-file.ts'

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
  /** Of its vectors, where they are many. */
  readonly sketches: Sketches | undefined
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
  if (sha256 !== pointer.manifest) throw damaged(manifestFile, 'its content is not what was written')
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
  const read = { pointer, manifest, portable }
  const index = openIndex(portable)
  if (manifest.files[SKETCHES_FILE] === undefined) return { ...read, index, sketches: undefined }

  const sketches = decodeSketches(await readChecked(folder, SKETCHES_FILE, manifest), index.vectors)
  return { ...read, index: searchedBySketches(index, sketches), sketches }
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
