import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { IndexError } from '../../errors.ts'
import type { BuildProgress, BuiltIndex } from '../../index/build/build.ts'
import { containerParts } from '../../index/format/container.ts'
import type { IndexManifest } from '../../index/format/manifest.ts'
import { toSections } from '../../index/open.ts'
import { Vectors } from '../../index/vectors/vectors.ts'
import { syncDirectory, writeDurably, writing } from './durable-files.ts'
import { type IndexFolder, MANIFEST_FILE } from './index-folder.ts'
import { PORTABLE_FILE } from './read-generation.ts'
import { type EarlierVectorIndex, type VectorIndexBounds, writeVectorIndex } from './vector-index.ts'

/** It is opened as one array, which Node limits to this length. */
const MOST_BYTES = 2 ** 32

export interface WriteOptions {
  /** The generation that the build took its unchanged vectors from. */
  readonly earlier?: Omit<EarlierVectorIndex, 'rowsBefore'> | undefined
  /** How many vectors are searched by what. */
  readonly vectorIndex?: Partial<VectorIndexBounds> | undefined
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined
  /** Called with a sentence for people where something could not be had that the index does without. */
  readonly onNotice?: ((notice: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Writes a built index into a folder of its own and flushes it to the disk. Nobody reads it before it is pointed to.
 *
 * @returns the name of the folder
 * @throws IndexError `unwritable`; what was written so far is removed
 */
export async function writeGeneration(
  indexFolder: IndexFolder,
  built: BuiltIndex,
  options: WriteOptions = {},
): Promise<string> {
  const draft = await indexFolder.createDraft()
  try {
    const vectorIndex = await writeVectorIndex(draft, Vectors.fromSections(built.parts.vectors), {
      earlier: options.earlier && { ...options.earlier, rowsBefore: built.reusedRows },
      bounds: options.vectorIndex,
      onProgress: (progress) => options.onProgress?.({ step: 'graph', ...progress }),
      onNotice: options.onNotice,
      signal: options.signal,
    })
    options.onProgress?.({ step: 'writing' })
    options.signal?.throwIfAborted()
    const pieces = containerParts(toSections(built.parts))
    if (pieces.reduce((bytes, { byteLength }) => bytes + byteLength, 0) > MOST_BYTES) {
      const message =
        'The index would have more than 4 GiB, which is more than can be opened; split the corpus'
      throw new IndexError('unwritable', message)
    }
    const portable = await writeDurably(join(draft, PORTABLE_FILE), pieces)
    const manifest: IndexManifest = {
      ...built.parts.header,
      builtAt: new Date().toISOString(),
      files: { [PORTABLE_FILE]: portable, ...vectorIndex },
    }
    const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
    await writeDurably(join(draft, MANIFEST_FILE), [text])
    await syncDirectory(draft)
    const folder = await indexFolder.nextFolder(manifest.generation)
    const path = indexFolder.generationPath(folder)
    await writing(path, () => rename(draft, path))
    await indexFolder.sync()
    return folder
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}
