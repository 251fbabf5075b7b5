import { openSnapshot, type SnapshotOptions } from '../answer/open-snapshot.ts'
import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import type { Log } from '../log.ts'
import type { StoredGeneration } from '../storage/index/read-generation.ts'
import { watchIndex } from '../storage/index/watch-index.ts'
import type { ServedIndex } from './open-served-index.ts'
import type { AnswerThreads } from './threads/answer-threads.ts'

export interface FollowedSnapshots {
  /** The newest snapshot; a question keeps the one that it began with. */
  current(): IndexSnapshot
  /** Looks at once whether there is a newer one. */
  readonly look: () => void
  /**
   * Resolves when whatever was built before this call is current.
   * @throws IndexError and whatever else keeps it from being opened
   */
  readonly take: () => Promise<void>
  readonly close: () => void
}

export interface FollowOptions extends Pick<SnapshotOptions, 'onEmbedded' | 'writer'> {
  /**
   * Threads to answer in, which have nothing but the built-in embeddings and no writer; without them this one answers.
   */
  readonly threads?: AnswerThreads | undefined
}

/**
 * Serves an opened index, and every one that is built after it, until it is closed.
 *
 * @throws IndexError where the index cannot be searched
 */
export async function followSnapshots(
  served: ServedIndex,
  indexDirectory: string,
  log: Log,
  { threads, ...options }: FollowOptions = {},
): Promise<FollowedSnapshots> {
  const { recipe, embeddings } = served.embedder
  const open = async ({ index, pointer, manifest, portable }: StoredGeneration): Promise<IndexSnapshot> =>
    threads === undefined
      ? openSnapshot(index, { embeddings, log, ...options })
      : await threads.open({ indexDirectory, pointer, manifest, portable }, index)
  let snapshot = await open(served.stored)
  const { look, take, close } = watchIndex({
    indexDirectory,
    recipe,
    served: served.folder,
    onIndex: async (generation) => {
      snapshot = await open(generation)
      log.info({ generation: snapshot.id }, 'Index replaced')
      const err = generation.vectorIndex.graphFault
      if (err) log.warn({ err }, 'The new index is searched without its graph')
    },
    onError: (err) => log.error({ err }, 'The new index cannot be opened'),
  })
  return { current: () => snapshot, look, take, close }
}
