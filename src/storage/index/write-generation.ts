import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { IndexError } from '../../errors.ts'
import type { BuildProgress, BuiltIndex } from '../../index/build/build.ts'
import { containerParts } from '../../index/format/container.ts'
import type { IndexManifest } from '../../index/format/manifest.ts'
import { toSections } from '../../index/open.ts'
import type { Sketches } from '../../index/vectors/sketches/sketches.ts'
import { Vectors } from '../../index/vectors/vectors.ts'
import { syncDirectory, writeDurably, writing } from './durable-files.ts'
import { type IndexFolder, MANIFEST_FILE } from './index-folder.ts'
import { PORTABLE_FILE } from './read-generation.ts'
import { writeSketches } from './sketch-file.ts'

/** It is opened as one array, which Node limits to this length. */
const MOST_BYTES = 2 ** 32

export interface WriteOptions {
  /** The sketches of the generation that the build took its unchanged vectors from. */
  readonly previousSketches?: Sketches | undefined
  /** Vectors from which on they are sketched. */
  readonly sketchesFrom?: number | undefined
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined
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
    options.onProgress?.({ step: 'writing' })
    const vectors = Vectors.fromSections(built.parts.vectors)
    const earlier = options.previousSketches && { sketches: options.previousSketches, rows: built.reusedRows }
    const sketches = await writeSketches(draft, vectors, earlier, options.sketchesFrom)
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
      files: { [PORTABLE_FILE]: portable, ...sketches },
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
