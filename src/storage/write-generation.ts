import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { IndexError } from '../errors.ts'
import type { BuildProgress, BuiltIndex } from '../index/build.ts'
import { containerParts } from '../index/container.ts'
import type { IndexManifest } from '../index/manifest.ts'
import { toSections } from '../index/open.ts'
import { Vectors } from '../index/vectors.ts'
import { type FileSum, syncDirectory, writeDurably, writing } from './durable-files.ts'
import { type IndexFolder, MANIFEST_FILE } from './index-folder.ts'
import { PORTABLE_FILE } from './read-generation.ts'
import { type StoredGraph, writeGraph } from './vector-graph.ts'

export interface WriteOptions {
  /** The graph of the generation that the build took its unchanged vectors from. */
  readonly previousGraph?: StoredGraph | undefined
  /** Vectors from which on a graph is built. */
  readonly graphFrom?: number | undefined
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined
  /** Is told in a sentence what could not be had. */
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
    const graphFiles = await writeGraphIfPossible(draft, built, options)
    options.signal?.throwIfAborted()
    options.onProgress?.({ step: 'writing' })
    const portable = await writeDurably(join(draft, PORTABLE_FILE), containerParts(toSections(built.parts)))
    const manifest: IndexManifest = {
      ...built.parts.header,
      builtAt: new Date().toISOString(),
      files: { [PORTABLE_FILE]: portable, ...graphFiles },
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

async function writeGraphIfPossible(
  draft: string,
  { parts, reusedRows }: BuiltIndex,
  { previousGraph, graphFrom, onProgress, onNotice, signal }: WriteOptions,
): Promise<Record<string, FileSum>> {
  try {
    return await writeGraph(draft, Vectors.fromSections(parts.vectors), reusedRows, previousGraph, {
      from: graphFrom,
      onProgress: (done, total) => onProgress?.({ step: 'graph', done, total }),
      signal,
    })
  } catch (error) {
    if (!(error instanceof IndexError && error.fault === 'missing')) throw error
    onNotice?.(`${error.message}: the index is written without a graph and searched exactly`)
    return {}
  }
}
