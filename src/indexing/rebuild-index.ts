import type { Corpus, CorpusProblem } from '../corpus/corpus.ts'
import { IndexError } from '../errors.ts'
import { type BuildProgress, buildIndex, planIndex } from '../index/build/build.ts'
import type { Changes } from '../index/build/changes.ts'
import type { EmbeddingEstimate } from '../index/build/embedding-estimate.ts'
import type { IndexRecipe } from '../index/build/recipe.ts'
import { readCorpusFolder } from '../storage/corpus/corpus-folder.ts'
import { IndexFolder } from '../storage/index/index-folder.ts'
import { withLock } from '../storage/index/index-lock.ts'
import { type IndexState, readStored, stateOf } from '../storage/index/index-state.ts'
import { JournalFile } from '../storage/index/journal-file.ts'
import type { StoredGeneration } from '../storage/index/read-generation.ts'
import { writeGeneration } from '../storage/index/write-generation.ts'

export interface RebuildOptions {
  readonly corpusDirectory: string
  readonly indexDirectory: string
  readonly recipe: IndexRecipe
  /**
   * Build although the index is up to date, and take nothing from it. Of vectors from a server, only those are taken
   * that an interrupted build of this kind has left behind.
   */
  readonly full?: boolean | undefined
  /** Build although somebody rolled the index back and left it so. */
  readonly unpin?: boolean | undefined
  /** Say what would be done; embed nothing and write nothing. */
  readonly dryRun?: boolean | undefined
  /** Fail where a file of the corpus cannot be used, instead of leaving it out. */
  readonly strict?: boolean | undefined
  /** Wait while another process builds (the default), or fail. */
  readonly wait?: boolean | undefined
  /** Vectors from which on they are sketched. */
  readonly sketchesFrom?: number | undefined
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined
  /** Is told what a server will be asked to embed, before it is; the build ends with what this throws. */
  readonly onEstimate?: ((estimate: EmbeddingEstimate) => void | Promise<void>) | undefined
  /** Is told in a sentence what people should know: why it is built, who is waited for, what could not be had. */
  readonly onNotice?: ((notice: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface RebuildReport {
  readonly outcome: 'unchanged' | 'built' | 'would build'
  /** Why the index could not be served as it was; nothing where it could. */
  readonly reason: IndexError | undefined
  /** Name of what is, or for a dry run would be, served now. */
  readonly generation: string
  readonly changes: Changes
  /** Texts that were, or for a dry run would be, embedded; the other vectors were there already. */
  readonly embedded: number
  /** What a dry run found that a server would be asked to embed; nothing where none would. */
  readonly estimate: EmbeddingEstimate | undefined
  /** Files of the corpus that were left out, and why. */
  readonly problems: readonly CorpusProblem[]
  readonly milliseconds: number
  /** The generation as it was read, where nothing was built. */
  readonly stored: StoredGeneration | undefined
}

/**
 * Brings the index up to date with the corpus. The generation that is served stays until the new one is whole.
 *
 * @throws IndexError `locked`, `unwritable`, or `missing` for a corpus without a paragraph
 * @throws CorpusError where the corpus cannot be read
 * @throws whatever the embeddings throw, and the signal's reason
 */
export async function rebuildIndex(options: RebuildOptions): Promise<RebuildReport> {
  const start = performance.now()
  const indexFolder = new IndexFolder(options.indexDirectory)
  const { dryRun, recipe, onNotice, signal } = options
  const stored = await readStored(indexFolder)
  const known = options.full || stored instanceof IndexError ? undefined : stored.index.known
  const corpus = await readCorpusFolder(options.corpusDirectory, {
    strict: options.strict ?? false,
    findKnown: known && ((source, file) => known.find(source, file)),
  })

  const rebuild = async (): Promise<Outcome> => {
    const state = stateOf(await readAgain(indexFolder, stored), recipe, corpus.hash)
    return unchanged(state, options) ?? build(indexFolder, corpus, state, options)
  }
  const state = stateOf(stored, recipe, corpus.hash)
  const outcome =
    unchanged(state, options) ??
    (dryRun
      ? await plan(indexFolder, corpus, state, options)
      : await withLock(
          indexFolder.lockPath,
          {
            wait: options.wait ?? true,
            onWait: (who) => onNotice?.(`Waiting for ${who}, which is building this index`),
            signal,
          },
          rebuild,
        ))
  return { ...outcome, problems: corpus.problems, milliseconds: performance.now() - start }
}

type Outcome = Omit<RebuildReport, 'problems' | 'milliseconds'>

/** What there is to say where nothing has to be built. */
function unchanged(state: IndexState, { full, unpin }: RebuildOptions): Outcome | undefined {
  if (!state.serves || full || (unpin && state.outdated)) return undefined
  const { counts, generation } = state.generation.manifest
  return {
    outcome: 'unchanged',
    reason: undefined,
    generation,
    changes: { changed: 0, added: 0, removed: 0, kept: counts.paragraphs },
    embedded: 0,
    estimate: undefined,
    stored: state.generation,
  }
}

/** What {@link build} would do. */
async function plan(
  indexFolder: IndexFolder,
  corpus: Corpus,
  state: IndexState,
  { recipe, full = false, onNotice, signal }: RebuildOptions,
): Promise<Outcome> {
  const reason = state.serves ? undefined : state.fault
  if (reason) onNotice?.(reason.message)
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
  }
}

async function build(
  indexFolder: IndexFolder,
  corpus: Corpus,
  state: IndexState,
  { recipe, full = false, sketchesFrom, onProgress, onEstimate, onNotice, signal }: RebuildOptions,
): Promise<Outcome> {
  const reason = state.serves ? undefined : state.fault
  if (reason) onNotice?.(reason.message)
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
  const previousSketches = full ? undefined : state.generation?.sketches
  const writing = { previousSketches, sketchesFrom, onProgress, signal }
  const folder = await writeGeneration(indexFolder, built, writing)
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
