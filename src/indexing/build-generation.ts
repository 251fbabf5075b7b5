import type { Corpus } from '../corpus/corpus.ts'
import { IndexError } from '../errors.ts'
import { buildIndex, planIndex } from '../index/build/build.ts'
import type { IndexFolder } from '../storage/index/index-folder.ts'
import { withLock } from '../storage/index/index-lock.ts'
import { type IndexState, readStored, stateOf } from '../storage/index/index-state.ts'
import { JournalFile } from '../storage/index/journal-file.ts'
import type { StoredGeneration } from '../storage/index/read-generation.ts'
import { writeGeneration } from '../storage/index/write-generation.ts'
import type { RebuildOptions, RebuildOutcome } from './rebuild-options.ts'
import { unchangedIndex } from './unchanged-index.ts'

/**
 * Builds a generation of a corpus, or says what building it would take; under a lock, and only where no other process
 * has built it meanwhile.
 *
 * @param stored the index as it was read
 * @throws as `rebuildIndex` does
 */
export async function buildGeneration(
  indexFolder: IndexFolder,
  corpus: Corpus,
  stored: StoredGeneration | IndexError,
  options: RebuildOptions,
): Promise<RebuildOutcome> {
  const { dryRun, recipe, wait = true, onNotice, signal } = options
  const before = stateOf(stored, recipe, corpus.hash)
  // Said first: a folder that cannot be written to, or somebody who holds the lock, is no reason to build.
  if (!before.serves) onNotice?.(before.fault.message)
  if (dryRun) return plan(indexFolder, corpus, before, options)
  const lock = {
    wait,
    onWait: (who: string) => onNotice?.(`Waiting for ${who}, which is building this index`),
    signal,
  }
  return withLock(indexFolder.lockPath, lock, async () => {
    const state = stateOf(await readAgain(indexFolder, stored), recipe, corpus.hash)
    return unchangedIndex(state, options) ?? build(indexFolder, corpus, state, options)
  })
}

/** What {@link build} would do. */
async function plan(
  indexFolder: IndexFolder,
  corpus: Corpus,
  state: IndexState,
  { recipe, full = false, signal }: RebuildOptions,
): Promise<RebuildOutcome> {
  const reason = state.serves ? undefined : state.fault
  const { header, changes, embedding } = await planIndex(corpus, recipe, {
    previous: state.generation?.index,
    reuse: !full,
    openJournal: () => JournalFile.open(indexFolder.journalPath, { embedder: recipe.embedder, full }),
    signal,
  })
  return {
    outcome: 'would build',
    reason,
    generation: header.generation,
    changes,
    embedded: embedding.texts.length,
    estimate: embedding.estimate,
    stored: undefined,
    refused: [],
  }
}

async function build(
  indexFolder: IndexFolder,
  corpus: Corpus,
  state: IndexState,
  { recipe, full = false, vectorIndex, onProgress, onEstimate, onNotice, signal }: RebuildOptions,
): Promise<RebuildOutcome> {
  const reason = state.serves ? undefined : state.fault
  let journal: JournalFile | undefined
  const built = await buildIndex(corpus, recipe, {
    previous: state.generation?.index,
    reuse: !full,
    openJournal: async () => {
      journal = await JournalFile.open(indexFolder.journalPath, { embedder: recipe.embedder, full })
      return journal
    },
    onEstimate,
    onProgress,
    signal,
  })
  const before = state.generation?.pointer.folder ?? (await lastButServed(indexFolder))
  const earlier =
    full || state.generation === undefined
      ? undefined
      : {
          ...state.generation.vectorIndex,
          folder: indexFolder.generationPath(state.generation.pointer.folder),
        }
  const folder = await writeGeneration(indexFolder, built, {
    earlier,
    vectorIndex,
    onProgress,
    onNotice,
    signal,
  })
  await indexFolder.pointTo(await indexFolder.pointerTo(folder, { pinned: false }))
  await indexFolder.prune([folder, before])
  await journal?.remove()
  return {
    outcome: 'built',
    reason,
    generation: built.parts.header.generation,
    changes: built.changes,
    embedded: built.embedded,
    estimate: undefined,
    stored: undefined,
    refused: built.refused,
  }
}

/** Somebody else may have built it while this process waited for its turn; otherwise what was read holds. */
async function readAgain(
  indexFolder: IndexFolder,
  stored: StoredGeneration | IndexError,
): Promise<StoredGeneration | IndexError> {
  if (stored instanceof IndexError) return readStored(indexFolder)
  const pointer = await indexFolder.pointer().catch(() => undefined)
  const isSame = pointer?.folder === stored.pointer.folder && pointer.manifest === stored.pointer.manifest
  return isSame && pointer.pinned === stored.pointer.pinned ? stored : readStored(indexFolder)
}

/** The generation to roll back to where the one that is served cannot be read. */
async function lastButServed(indexFolder: IndexFolder): Promise<string | undefined> {
  const served = await indexFolder.pointer().catch(() => undefined)
  return (await indexFolder.generations()).findLast((folder) => folder !== served?.folder)
}
